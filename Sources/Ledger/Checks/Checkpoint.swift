import Crypto
import Mechanisms
package import Vocabulary

/// A signed statement that the ledger had so many events and this hash at that moment.
///
/// It lies outside the database, so that cutting off the ledger's tail shows. A copy kept elsewhere (in a mail, with
/// the supervisory authority) also shows if somebody cuts the ledger and its checkpoints together.
package struct Checkpoint: Hashable, Sendable {
    /// Which register signed.
    package let register: RecordID
    /// The last event that it covers.
    package let sequence: Int64
    /// Of the chain up to that event.
    package let hash: ChainHash
    /// When it was signed, by the ledger's clock.
    package let signedAt: Timestamp
    /// Ed25519 over the line's first part, 64 bytes.
    package let signature: [UInt8]

    init(signing position: LedgerPosition, of register: RecordID, at moment: Timestamp, by keys: RegisterKeys) throws {
        self.register = register
        sequence = position.sequence
        hash = position.hash
        signedAt = moment
        let statement = Checkpoint.statement(register, position.sequence, position.hash, moment)
        signature = Array(try keys.checkpoint.signature(for: Array(statement.utf8)))
    }

    /// One line of JSON as ``line`` gives it; nil for anything else.
    package init?(line: some StringProtocol) {
        guard let changes = Array(line.utf8).withUnsafeBytes({ FlatObject.fields($0) }),
            let register = changes["register"].flatMap({ RecordID($0) }),
            let sequence = changes["sequence"].flatMap({ Int64($0) }),
            let hash = changes["hash"].flatMap({ ChainHash($0) }),
            let signedAt = changes["signed-at"].flatMap({ Timestamp($0) }),
            let signature = changes["signature"].flatMap({ base64Bytes(Array($0.utf8)) }), changes.count == 5
        else { return nil }
        self.register = register
        self.sequence = sequence
        self.hash = hash
        self.signedAt = signedAt
        self.signature = signature
    }

    /// One line of JSON, keys sorted: what is sent to whoever keeps it.
    package var line: String {
        FlatObject.text([
            ("hash", hash.description), ("register", register.description), ("sequence", String(sequence)),
            ("signature", base64Text(signature)), ("signed-at", signedAt.description),
        ])
    }

    /// Whether the register whose public key this is signed it.
    package func isSigned(by publicKey: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        let statement = Checkpoint.statement(register, sequence, hash, signedAt)
        return key.isValidSignature(signature, for: Array(statement.utf8))
    }

    private static func statement(
        _ register: RecordID, _ sequence: Int64, _ hash: ChainHash, _ moment: Timestamp
    ) -> String {
        "rapporteur-checkpoint-1 \(register) \(sequence) \(hash) \(moment)"
    }
}
