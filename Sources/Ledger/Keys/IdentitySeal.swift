import Crypto
import Mechanisms
import Vocabulary

/// Seals identity fields under a person's key, bound to record, version and field.
enum IdentitySeal {
    static func seal(
        _ value: FieldValue, field: String, of record: RecordID, version: Int, under key: SymmetricKey
    ) throws -> [UInt8] {
        var plain: [UInt8] = []
        BodyWriter.append(value, to: &plain)
        return try KeyWrapping.seal(plain, under: key, for: use(field: field, record: record, version: version))
    }

    /// Nil where it does not open: another key, another place, or damage.
    static func open(
        _ sealed: [UInt8], field: String, of record: RecordID, version: Int, under key: SymmetricKey
    ) -> FieldValue? {
        KeyWrapping.open(sealed, under: key, for: use(field: field, record: record, version: version))?
            .withUnsafeBytes { BodyReader.value($0) }
    }

    private static func use(field: String, record: RecordID, version: Int) -> [UInt8] {
        Array("identity \(record) \(version) \(field)".utf8)
    }
}
