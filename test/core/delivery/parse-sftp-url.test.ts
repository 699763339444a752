import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../../src/core/text/say';
import { parseSftpUrl, type SftpAddress } from '../../../src/core/delivery/parse-sftp-url';

describe('parseSftpUrl', () => {
  const good: readonly (readonly [string, SftpAddress])[] = [
    ['sftp://sftp.example.org', { host: 'sftp.example.org', port: 22 }],
    ['SFTP://sftp.example.org/', { host: 'sftp.example.org', port: 22 }],
    [
      'sftp://kim@sftp.example.org:2222/in/roster',
      { host: 'sftp.example.org', port: 2222, user: 'kim', path: '/in/roster' },
    ],
    ['sftp://host:/x', { host: 'host', port: 22, path: '/x' }],
    ['sftp://d%40x.org@host/My%20Folder', { host: 'host', port: 22, user: 'd@x.org', path: '/My Folder' }],
    ['sftp://host/~/DailyImport', { host: 'host', port: 22, path: 'DailyImport' }],
    ['sftp://host/~', { host: 'host', port: 22, path: '.' }],
    ['sftp://host/~kim/x', { host: 'host', port: 22, path: '/~kim/x' }],
    ['sftp://u@[2001:db8::7]:22/x', { host: '2001:db8::7', port: 22, user: 'u', path: '/x' }],
    ['sftp://[fe80::1%25eth0]', { host: 'fe80::1%eth0', port: 22 }],
    ['  sftp://host/100%25  ', { host: 'host', port: 22, path: '/100%' }],
  ];
  for (const [url, address] of good) {
    it(`reads ${url.trim()}`, () => assert.deepEqual(parseSftpUrl(url), { address }));
  }

  const bad: readonly (readonly [string, RegExp])[] = [
    ['', /does not begin with "sftp:\/\/"/],
    ['host/folder', /does not begin/],
    ['ftp://host', /"ftp:\/\/"; only "sftp:\/\/"/],
    ['sftp://', /names no host/],
    ['sftp:///folder', /names no host/],
    ['sftp://@host', /user name is empty/],
    ['sftp://%zz@host', /user name/],
    ['sftp://a%00b@host', /user name/],
    ['sftp://ho st/x', /"ho st"/],
    ['sftp://host:0', /not a port/],
    ['sftp://host:65536', /not a port/],
    ['sftp://host:22x', /not a port/],
    ['sftp://host/a?b', /"\?"/],
    ['sftp://host/a#b', /"#"/],
    ['sftp://host/%', /"%"/],
    ['sftp://host/a@b', /"@" after the host/],
    ['sftp://2001:db8::7', /host cannot be read|not a port/],
    ['sftp://[nonsense]', /not an IPv6/],
    ['sftp://[::1]x', /cannot be read/],
  ];
  for (const [url, problem] of bad) {
    it(`says what is wrong with "${url}"`, () => {
      const parsed = parseSftpUrl(url);
      assert.ok('problem' in parsed);
      assert.match(spoken(parsed.problem, inEnglish), problem);
      assert.notEqual(spoken(parsed.remedy, inEnglish), '');
    });
  }

  const secret = 'S3cret-W0rd';
  for (const url of [
    `sftp://kim:${secret}@host/x`,
    `sftp://kim:${secret}%40@host`,
    `sftp://kim:${secret}/more@host`,
    `sftp://kim:a@${secret}@host`,
    `sftp://kim:#${secret}@host`,
    `sftp://:${secret}@host:22x`,
  ]) {
    it(`refuses a password and does not repeat it: ${url.replaceAll(secret, '…')}`, () => {
      const parsed = parseSftpUrl(url);
      assert.ok('problem' in parsed);
      assert.match(spoken(parsed.problem, inEnglish), /password/);
      assert.match(spoken(parsed.remedy, inEnglish), /ONEROSTER_SFTP_PASSWORD/);
      assert.ok(!JSON.stringify(parsed).includes(secret));
    });
  }

  it('does not repeat a password whose "@host" was forgotten', () => {
    assert.ok(!JSON.stringify(parseSftpUrl(`sftp://kim:${secret}`)).includes(secret));
  });
});
