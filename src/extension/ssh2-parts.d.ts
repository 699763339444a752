// Parts of ssh2 that are named only to be loaded one after another.
declare module 'asn1';
declare module 'bcrypt-pbkdf';
declare module 'ssh2/lib/protocol/constants.js';
declare module 'ssh2/lib/protocol/crypto.js';
declare module 'ssh2/lib/protocol/keyParser.js';
declare module 'ssh2/lib/protocol/Protocol.js';
declare module 'ssh2/lib/client.js';
