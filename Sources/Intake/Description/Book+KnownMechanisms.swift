package import Mechanisms
import Vocabulary

extension Book: KnownMechanisms {
    package var mechanismNames: [String] { mechanisms.map(\.name) }

    package func openings(of mechanism: String) -> [String] {
        self.mechanism(mechanism)?.transitions.filter(\.opensRecord).map(\.name) ?? []
    }

    package func fields(of mechanism: String) -> [KnownField] {
        guard let mechanism = self.mechanism(mechanism) else { return [] }
        let identities = mechanism.identityFields
        return mechanism.fields.map { field in
            KnownField(
                field.name, field.kind, isIdentity: identities.contains(field.name), isRequired: field.isRequired)
        }
    }

    package func codes(of list: String) -> [String]? { codeLists[list]?.codes.map(\.id) }

    package func mapping(_ name: String) -> [String: String]? {
        mappings.first { "\($0.from)--\($0.to)" == name }?.pairs
    }
}
