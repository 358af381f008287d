import { AppManifestUtils } from '@microsoft/app-manifest';
import type { Localised } from './localisation.ts';

type Manifest = Record<string, unknown> &
  Localised & {
    supportsChannelFeatures?: string;
    validDomains: string[];
    staticTabs: { contentUrl?: string; websiteUrl?: string; scopes: string[] }[];
    bots: { scopes: string[] }[];
  };

/** The manifest with every `${{NAME}}` filled in; throws when the environment lacks one. */
export function resolveManifest(text: string, env: Record<string, string | undefined>): Manifest {
  const filled = text.replace(/\$\{\{(\w+)\}\}/g, (_placeholder, name: string) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set; the manifest needs it.`);
    return value;
  });
  return JSON.parse(filled) as Manifest;
}

/**
 * What is wrong with a package, one sentence each: Microsoft's own schema, and the rules that only the upload
 * checks (channel features with a team scope, domains, icon sizes).
 */
export async function manifestProblems(
  manifest: Manifest,
  icons: Record<string, Uint8Array>,
): Promise<string[]> {
  const schema = await AppManifestUtils.validateAgainstSchema(manifest as never);
  return [...schema, ...channelProblems(manifest), ...domainProblems(manifest), ...iconProblems(icons)];
}

function channelProblems(manifest: Manifest): string[] {
  const scopes = [...manifest.staticTabs, ...manifest.bots].flatMap((part) => part.scopes);
  const isMissing = scopes.includes('team') && manifest.supportsChannelFeatures !== 'tier1';
  return isMissing ? ['supportsChannelFeatures must be "tier1" because a part has the team scope.'] : [];
}

function domainProblems(manifest: Manifest): string[] {
  const urls = manifest.staticTabs
    .flatMap((tab) => [tab.contentUrl, tab.websiteUrl])
    .filter((url) => url !== undefined);
  return urls
    .filter((url) => !manifest.validDomains.includes(new URL(url).host))
    .map((url) => `${url} is on a host that validDomains does not list.`);
}

const ICON_SIZES: Record<string, number> = { 'color.png': 192, 'outline.png': 32 };
/** Colour types of PNG that carry transparency. */
const WITH_ALPHA = [4, 6];

function iconProblems(icons: Record<string, Uint8Array>): string[] {
  return Object.entries(ICON_SIZES).flatMap(([name, size]) => {
    const png = icons[name];
    if (!png) return [`${name} is missing.`];
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const isSize = view.getUint32(16) === size && view.getUint32(20) === size;
    const isClear = name !== 'outline.png' || WITH_ALPHA.includes(view.getUint8(25));
    return [
      ...(isSize ? [] : [`${name} must be ${size} by ${size} pixels.`]),
      ...(isClear ? [] : [`${name} must have a transparent background.`]),
    ];
  });
}
