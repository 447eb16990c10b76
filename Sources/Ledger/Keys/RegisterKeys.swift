import Crypto
import Mechanisms
import Vocabulary

/// The register's own keys, unwrapped: they stay the same when the master key is changed.
struct RegisterKeys: Sendable {
    let master: MasterKey
    let blindIndex: BlindIndex
    let origin: SymmetricKey
    let checkpoint: Curve25519.Signing.PrivateKey

    static let names = ["blind-index", "check", "checkpoint", "origin"]

    /// New keys for a new register, and their wrapped form by name.
    static func make(under master: MasterKey, register: RecordID) throws -> (RegisterKeys, [String: [UInt8]]) {
        let raw: [String: [UInt8]] = [
            "check": Array(register.description.utf8), "blind-index": random(), "origin": random(),
            "checkpoint": Array(Curve25519.Signing.PrivateKey().rawRepresentation),
        ]
        return (try RegisterKeys(raw: raw, master: master), try wrap(raw, under: master))
    }

    /// From wrapped keys.
    ///
    /// - Throws: ``LedgerFailure/wrongMasterKey`` where they do not open;
    ///   ``LedgerFailure/vaultOfAnotherRegister`` where they are of another register.
    init(wrapped: [String: [UInt8]], master: MasterKey, register: RecordID) throws {
        let raw = try RegisterKeys.unwrap(wrapped, under: master)
        guard raw["check"] == Array(register.description.utf8) else { throw LedgerFailure.vaultOfAnotherRegister }
        try self.init(raw: raw, master: master)
    }

    private init(raw: [String: [UInt8]], master: MasterKey) throws {
        guard let blindIndex = raw["blind-index"], let origin = raw["origin"], let checkpoint = raw["checkpoint"]
        else { throw LedgerFailure.wrongMasterKey }
        self.master = master
        self.blindIndex = BlindIndex(key: SymmetricKey(data: blindIndex))
        self.origin = SymmetricKey(data: origin)
        self.checkpoint = try Curve25519.Signing.PrivateKey(rawRepresentation: checkpoint)
    }

    static func wrap(_ raw: [String: [UInt8]], under master: MasterKey) throws -> [String: [UInt8]] {
        var wrapped: [String: [UInt8]] = [:]
        for (name, bytes) in raw {
            wrapped[name] = try KeyWrapping.seal(bytes, under: master.key, for: Array("register-key \(name)".utf8))
        }
        return wrapped
    }

    static func unwrap(_ wrapped: [String: [UInt8]], under master: MasterKey) throws -> [String: [UInt8]] {
        var raw: [String: [UInt8]] = [:]
        for name in names {
            guard let sealed = wrapped[name] else { throw LedgerFailure.damagedRegister(name: "\(name) key") }
            guard let bytes = KeyWrapping.open(sealed, under: master.key, for: Array("register-key \(name)".utf8))
            else { throw LedgerFailure.wrongMasterKey }
            raw[name] = bytes
        }
        return raw
    }

    private static func random() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }
}
