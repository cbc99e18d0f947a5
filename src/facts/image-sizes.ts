import path from 'node:path';
import { imageDimensionsFromData } from 'image-dimensions';
import { type Document, sourceOf } from '../document.ts';
import { quietGit } from '../git/quiet-git.ts';
import { headerImages } from '../list/header-images.ts';
import type { ImageSize } from './facts.ts';
import { localPath } from './local-path.ts';
import { originOf } from './origin.ts';
import { startOfFile } from './start-of-file.ts';

/** Bytes that are read of an image: sizes stand at the start, after what cameras and editors put there in a JPEG. */
const enough = 1_000_000;

/**
 * The sizes of the images at the top of a list, by address as written, as far as they lie in its repository. Drawings
 * (SVG) have none.
 * @param root the repository's directory, or the list's own
 */
export async function imageSizes(
  { file, list }: Document,
  full: string,
  root: string,
): Promise<Map<string, ImageSize>> {
  const sizes = new Map<string, ImageSize>();
  for (const { link } of headerImages(list, sourceOf(file))) {
    const written = localPath(link.url) ?? (await pathOnGitHub(link.url, root));
    if (written === undefined || sizes.has(link.url)) continue;
    const image = placeOf(written, path.dirname(full), root);
    const size = image === undefined ? undefined : await sizeOf(image);
    if (size) sizes.set(link.url, size);
  }
  return sizes;
}

const onGitHub =
  /^https:\/\/(?:raw\.githubusercontent\.com\/([^/]+\/[^/]+)|github\.com\/([^/]+\/[^/]+)\/(?:raw|blob))\/(?:refs\/heads\/)?(?:main|master|HEAD)(\/[^?#]+)/i;

/** The path, from the root, of a file that is written by its address on GitHub, where that is in this very repository. */
async function pathOnGitHub(url: string, root: string): Promise<string | undefined> {
  const [, raw, page, file] = onGitHub.exec(url) ?? [];
  if (file === undefined) return undefined;
  const origin = await originOf(quietGit(root));
  const repository = (raw ?? page)!.toLowerCase();
  return origin && `${origin.owner}/${origin.name}`.toLowerCase() === repository ? file : undefined;
}

/** As GitHub reads a path: a leading slash is the repository's root, and nothing is outside of it. */
function placeOf(written: string, directory: string, root: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const full = decoded.startsWith('/') ? path.join(root, decoded) : path.resolve(directory, decoded);
  const relative = path.relative(root, full);
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : full;
}

async function sizeOf(image: string): Promise<ImageSize | undefined> {
  const data = await startOfFile(image, enough);
  if (!data) return undefined;
  try {
    const found = imageDimensionsFromData(data);
    return found && { width: found.width, height: found.height };
  } catch {
    // A file that is no image, or a broken one.
    return undefined;
  }
}
