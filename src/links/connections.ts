import { Client, type Dispatcher } from 'undici';
import { type OnHead, Reception } from './reception.ts';

/** One connection, held by one chain of requests at a time. */
export interface Connection {
  /** Resolves when the answer has been taken in. Rejects for faults before its head. */
  request(options: Dispatcher.DispatchOptions, onHead: OnHead): Promise<void>;
  /** Ends the request that is under way, if there is one. */
  abort(reason: Error): void;
  /** Gives it back: to be used again, or to be closed. */
  release(keep: boolean): void;
}

/** The connections of one kind. */
export interface Connections {
  /** One to the origin that is idle, or a new one, which is made with the first request. */
  take(origin: string): Connection;
  close(): Promise<void>;
}

/**
 * undici's agents keep a pool for each origin, with a queue of its own: for thousands of hosts that are asked once
 * or twice these cost more than the connections themselves. Who asks how often is the scheduler's to say.
 */
export function createConnections(options: Client.Options): Connections {
  const idle = new Map<string, Client[]>();
  const all = new Set<Client>();

  function open(origin: string): Client {
    const client = new Client(origin, options);
    all.add(client);
    // Whoever holds it can still ask: it connects anew then.
    client.on('disconnect', () => forget(origin, client));
    return client;
  }

  function forget(origin: string, client: Client): void {
    const list = idle.get(origin);
    const at = list?.indexOf(client) ?? -1;
    if (!list || at < 0) return;
    list.splice(at, 1);
    if (list.length === 0) idle.delete(origin);
    end(client);
  }

  function end(client: Client): void {
    all.delete(client);
    void client.destroy();
  }

  return {
    take(origin) {
      const list = idle.get(origin);
      const client = list?.pop() ?? open(origin);
      if (list?.length === 0) idle.delete(origin);
      let reception: Reception | undefined;
      return {
        request(options, onHead) {
          reception = new Reception(onHead);
          client.dispatch(options, reception);
          return reception.over;
        },
        abort(reason) {
          if (!reception?.abort(reason)) void client.destroy(reason);
        },
        release(keep) {
          reception = undefined;
          if (!keep) return end(client);
          const others = idle.get(origin);
          if (others) others.push(client);
          else idle.set(origin, [client]);
        },
      };
    },
    async close() {
      await Promise.all([...all].map((client) => client.destroy()));
    },
  };
}
