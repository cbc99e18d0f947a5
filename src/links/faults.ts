import type { Outcome } from './types.ts';

/** What a fault of transport, DNS or TLS comes to. */
interface Fault {
  row: string;
  codes: readonly string[] | RegExp;
  says: Outcome['says'];
  reason: string;
  note?: string;
}

/**
 * Every code that undici, Node, c-ares, OpenSSL and kempt's own probe give, in the words of the report. The first
 * row that fits applies; the last fits all. Certificates are named one by one: each is mended differently.
 */
export const faults: readonly Fault[] = [
  {
    row: 'unknown host',
    codes: ['ENOTFOUND'],
    says: 'gone',
    reason: 'the host name does not exist (NXDOMAIN)',
  },
  {
    row: 'no address',
    codes: ['ENODATA', 'ENONAME', 'EADDRGETNETWORKPARAMS', 'EBADNAME'],
    says: 'unsettled',
    reason: 'the host name exists but has no address',
  },
  {
    row: 'DNS failure',
    codes: [
      'ESERVFAIL',
      'KEMPT_NO_NAME_SERVER',
      'ETIMEOUT',
      'EREFUSED',
      'EAI_AGAIN',
      'EBADRESP',
      'EFORMERR',
      'ENOTIMP',
      'ECANCELLED',
      'EDESTRUCTION',
      'EUNKNOWN',
      'EAI_FAIL',
      'EOF',
      'ENOTINITIALIZED',
      'ETIMEDOUT_DNS',
    ],
    says: 'unsettled',
    reason: 'the name servers gave no answer for the host name',
  },
  {
    row: 'refused address',
    codes: ['KEMPT_PRIVATE_ADDRESS'],
    says: 'unsettled',
    reason: 'it leads to an address that is not public, which was refused',
    note: 'Allow private addresses if this is meant to be checked inside your network',
  },
  {
    row: 'redirect loop',
    codes: ['KEMPT_REDIRECT_LOOP'],
    says: 'gone',
    reason: 'it redirects in a circle, even with cookies kept',
  },
  {
    row: 'too many redirects',
    codes: ['KEMPT_TOO_MANY_REDIRECTS'],
    says: 'unsettled',
    reason: 'it redirects on and on',
  },
  {
    row: 'bad redirect',
    codes: ['KEMPT_BAD_LOCATION'],
    says: 'unsettled',
    reason: 'it redirects to something that is no web address',
  },
  {
    row: 'redirect out of the web',
    codes: ['KEMPT_REDIRECT_SCHEME'],
    says: 'unsettled',
    reason: 'it redirects to an address that is neither http nor https',
  },
  {
    row: 'proxy',
    codes: ['KEMPT_PROXY'],
    says: 'unsettled',
    reason: 'the proxy does not let the request through',
  },
  {
    row: 'rate limit',
    codes: ['KEMPT_RATE_LIMITED'],
    says: 'walled',
    reason: 'the host limits how often it is asked, and the run could not wait any longer',
    note: 'Check again later, or lower the host’s width',
  },
  {
    row: 'refused connection',
    codes: ['ECONNREFUSED'],
    says: 'unsettled',
    reason: 'the host refuses the connection',
  },
  {
    row: 'reset connection',
    codes: [
      'ECONNRESET',
      'EPIPE',
      'UND_ERR_SOCKET',
      'UND_ERR_CLOSED',
      'UND_ERR_DESTROYED',
      'ECONNABORTED',
      'UND_ERR_ABORTED',
    ],
    says: 'unsettled',
    reason: 'the host breaks off the connection',
  },
  {
    row: 'no connection',
    codes: ['KEMPT_CONNECT_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'],
    says: 'unsettled',
    reason: 'the host could not be connected to in time',
  },
  {
    row: 'no answer',
    codes: ['KEMPT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
    says: 'unsettled',
    reason: 'the host did not answer in time',
  },
  {
    row: 'silent host',
    codes: ['KEMPT_HOST_SILENT'],
    says: 'unsettled',
    reason: 'the host lets requests for other addresses time out, so this one was not waited for',
  },
  {
    row: 'no route',
    codes: ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN'],
    says: 'unsettled',
    reason: 'there is no route from this machine to the host',
    note: 'It may be reachable by IPv6 only, which this machine may not have',
  },
  {
    row: 'expired certificate',
    codes: ['CERT_HAS_EXPIRED'],
    says: 'insecure',
    reason: 'the certificate has expired',
  },
  {
    row: 'certificate not valid yet',
    codes: ['CERT_NOT_YET_VALID'],
    says: 'insecure',
    reason: 'the certificate is not valid yet',
  },
  {
    row: 'certificate for another host',
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_CERT_ALTNAME_FORMAT', 'HOSTNAME_MISMATCH'],
    says: 'insecure',
    reason: 'the certificate is for another host',
  },
  {
    row: 'incomplete certificate chain',
    codes: ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT'],
    says: 'insecure',
    reason: 'the server leaves out an intermediate certificate (incomplete chain)',
    note: 'Browsers often fetch the missing certificate themselves, other clients do not',
  },
  {
    row: 'unknown certificate authority',
    codes: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_UNTRUSTED', 'INVALID_CA'],
    says: 'insecure',
    reason: 'the certificate comes from an authority that is not trusted here',
  },
  {
    row: 'self-signed certificate',
    codes: ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    says: 'insecure',
    reason: 'the certificate is self-signed',
  },
  {
    row: 'revoked or rejected certificate',
    codes: [
      'CERT_REVOKED',
      'CERT_REJECTED',
      'CERT_SIGNATURE_FAILURE',
      'INVALID_PURPOSE',
      'CERT_CHAIN_TOO_LONG',
      'PATH_LENGTH_EXCEEDED',
      'CRL_HAS_EXPIRED',
    ],
    says: 'insecure',
    reason: 'the certificate is not accepted',
  },
  {
    row: 'weak certificate',
    codes: /^(EE_KEY_TOO_SMALL|CA_KEY_TOO_SMALL|CA_MD_TOO_WEAK|ERR_SSL_(EE|CA)_(KEY|MD))/,
    says: 'insecure',
    reason: 'the certificate’s key or signature is too weak',
  },
  {
    row: 'no HTTP/1.1 by TLS',
    codes: ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 'ERR_SSL_NO_APPLICATION_PROTOCOL'],
    says: 'unsettled',
    reason: 'the server does not speak HTTP/1.1',
  },
  {
    row: 'not TLS',
    codes: [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_PACKET_LENGTH_TOO_LONG',
      'ERR_SSL_HTTP_REQUEST',
      'ERR_SSL_UNKNOWN_PROTOCOL',
      'ERR_SSL_RECORD_LAYER_FAILURE',
    ],
    says: 'insecure',
    reason: 'the server does not speak TLS on this port',
  },
  {
    row: 'outdated TLS',
    codes:
      /^ERR_SSL_(UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|UNSAFE_LEGACY_RENEGOTIATION_DISABLED|SSLV3_ALERT_HANDSHAKE_FAILURE|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|NO_PROTOCOLS_AVAILABLE|LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED)/,
    says: 'insecure',
    reason: 'the server only offers an outdated kind of TLS',
  },
  {
    row: 'name unknown to the TLS server',
    codes: /^ERR_SSL_(TLSV1_UNRECOGNIZED_NAME|TLSV1_ALERT_INTERNAL_ERROR)/,
    says: 'insecure',
    reason: 'the server has no certificate for this host',
  },
  {
    row: 'TLS failure',
    codes: /^(ERR_SSL_|ERR_TLS_|EPROTO$|ERR_OSSL)/,
    says: 'insecure',
    reason: 'the TLS connection fails',
  },
  {
    row: 'headers past the limit',
    codes: ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW'],
    says: 'unsettled',
    reason: 'the answer’s headers are larger than 128 KiB',
  },
  {
    row: 'not HTTP',
    codes: /^(HPE_|UND_ERR_|ERR_HTTP2_|HTTPParserError$|ERR_ASSERTION$)/,
    says: 'unsettled',
    reason: 'the answer is not proper HTTP',
    note: 'Browsers forgive more: open it in one',
  },
  { row: 'other fault', codes: /./, says: 'unsettled', reason: 'the request fails' },
];

/** The row for a code. */
export function faultOf(code: string): Fault {
  const fits = ({ codes }: Fault) => (codes instanceof RegExp ? codes.test(code) : codes.includes(code));
  return faults.find(fits) as Fault;
}
