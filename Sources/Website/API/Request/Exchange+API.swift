import Access
import Accounts
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

    /// How far the token reaches; nil where no token bounds it.
    var scope: Scope? {
        if case .signedIn(let who) = visitor { who.scope } else { nil }
    }

    /// - Throws: ``AccountRefusal/outsideScope`` where the token does not reach so far, whatever its holder may do.
    func checkScope(_ rule: RouteRule, _ mechanism: String?) throws(AccountRefusal) {
        guard let scope, case .granted(let action, _, _) = rule else { return }
        try scope.require(action, on: mechanism)
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
