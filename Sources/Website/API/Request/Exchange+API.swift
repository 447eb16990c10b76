import Access
import HTTPTypes
import Registry
import Vocabulary

extension Exchange {
    /// A header field by name; nil where it was not sent.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// In whose name and for which purpose the registry is asked.
    var asking: Asking {
        Asking(visitor.actor, for: header(APIRoutes.purposeField).flatMap { Purpose(rawValue: $0) })
    }

    /// The key of this write, where it has one.
    var idempotencyKey: String? { header("Idempotency-Key").flatMap { IdempotencyKey($0)?.text } }

    /// The record that the address names.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` where it is no id: no different from an id of nothing.
    func namedRecord() throws(RegistryRefusal) -> RecordID {
        guard let record = RecordID(parameter("record")) else { throw .notFound }
        return record
    }

    /// The version that a write rests on.
    ///
    /// - Throws: ``RequestRefusal/versionMissing`` without `If-Match`, and for `*`, which names none.
    func namedVersion() throws(RequestRefusal) -> Int {
        guard let field = headers[.ifMatch], let version = RecordVersion(field) else { throw .versionMissing }
        return version.number
    }
}
