import Crypto

/// What lies beside a backup and tells whether it is whole: the hash of the file, and a signed checkpoint that its
/// events must meet.
struct BackupManifest {
    let checkpoint: Checkpoint
    /// SHA-256 of the file, hexadecimal.
    let fileHash: String

    init(checkpoint: Checkpoint, fileHash: String) {
        self.checkpoint = checkpoint
        self.fileHash = fileHash
    }

    /// Two lines, as ``bytes`` gives them; nil for anything else.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let checkpoint = Checkpoint(line: lines[0]),
            let members = Array(lines[1].utf8).withUnsafeBytes({ FlatObject.fields($0) }),
            let fileHash = members["sha-256"], members.count == 1
        else { return nil }
        self.checkpoint = checkpoint
        self.fileHash = fileHash
    }

    var bytes: [UInt8] { Array("\(checkpoint.line)\n\(FlatObject.text([("sha-256", fileHash)]))\n".utf8) }
}
