// ssh2's server greets every client with a fixed VERSION packet that names no extensions, so no client would ever ask it for
// posix-rename. The packet is exchanged on its way out for one that names them. ssh2 has no public place for this.
import type { SFTPWrapper } from 'ssh2';

interface Outlet {
  channelData: (channel: number, payload: Buffer) => void;
}

const versionType = 2;

/** Must be called as soon as the channel is accepted: the VERSION packet is the first thing sent on it. */
export function advertise(sftp: SFTPWrapper, extensions: Readonly<Record<string, string>>): void {
  const outlet: unknown = Reflect.get(sftp, '_protocol');
  if (!isOutlet(outlet)) throw new Error('ssh2 has changed: its SFTP channel has no protocol to send on.');
  const send = outlet.channelData.bind(outlet);
  outlet.channelData = (channel, payload) => {
    const isVersion = payload.length >= 9 && payload[4] === versionType;
    if (isVersion) outlet.channelData = send;
    send(channel, isVersion ? versionPacket(extensions) : payload);
  };
}

function isOutlet(value: unknown): value is Outlet {
  return (
    typeof value === 'object' &&
    value !== null &&
    'channelData' in value &&
    typeof value.channelData === 'function'
  );
}

function versionPacket(extensions: Readonly<Record<string, string>>): Buffer {
  const strings = Object.entries(extensions).flat().map(sshString);
  const body = Buffer.concat([Buffer.from([versionType, 0, 0, 0, 3]), ...strings]);
  return Buffer.concat([uint32(body.length), body]);
}

function sshString(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Reads the strings that follow the name in an extended request. */
export function readStrings(data: Buffer): readonly string[] {
  const strings: string[] = [];
  for (let at = 0; at + 4 <= data.length;) {
    const length = data.readUInt32BE(at);
    strings.push(data.toString('utf8', at + 4, at + 4 + length));
    at += 4 + length;
  }
  return strings;
}
