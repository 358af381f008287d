import { describe, expect, it } from 'vitest';
import { isAllowedServiceUrl } from '#teams/edge/serviceUrls.ts';

describe('the list of connectors', () => {
  const allowed = ['https://smba.trafficmanager.net/'];
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net/', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net.attacker.example/', false],
    ['https://smba.trafficmanager.net@attacker.example/', false],
    ['https://user:word@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://smba.trafficmanager.net:443/emea/', true],
    ['https://smba.trafficmanager.net/emea/8a1c2b54-6f0d-4f2e-8f6a-3b7d5e9c1f20/', true],
    ['https://smba.trafficmanager.net/?x=1', false],
    ['https://smba.trafficmanager.net/?', false],
    ['https://smba.trafficmanager.net/#top', false],
    ['https://smba.trafficmanager.net/emea/?x=#y', false],
    ['https://smba.trafficmanager.net\\@attacker.example/', false],
    ['https:\\\\smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net/%2e%2e/', false],
    ['https://smba.trafficmanager.net/emea/../../', false],
    ['https://smba.trafficmanager.net/\temea/', false],
    [' https://smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net./', false],
    ['https://smba.trafficmanager.net/emea/\u0000', false],
    [['https://smba.trafficmanager.net/'], false],
    ['not an address', false],
    [undefined, false],
  ])('%s: %s', (address, expected) => {
    expect(isAllowedServiceUrl(address, allowed)).toBe(expected);
  });

  it('stays below the path of a prefix', () => {
    const local = ['http://localhost:3978/connector'];
    expect(isAllowedServiceUrl('http://localhost:3978/connector/', local)).toBe(true);
    expect(isAllowedServiceUrl('http://localhost:3978/connector', local)).toBe(true);
    expect(isAllowedServiceUrl('http://localhost:3978/connectors', local)).toBe(false);
    expect(isAllowedServiceUrl('http://localhost:3978/connector/../api', local)).toBe(false);
  });
});
