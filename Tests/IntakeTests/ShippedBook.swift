import Catalogue
import Foundation
import Intake
import Mechanisms
import TestKit
import Vocabulary

/// The Catalogue with the code lists of the repository: what a source description is checked against in the product.
struct ShippedBook: KnownMechanisms {
    private let lists: [String: CodeList]
    private let mappings: [String: [String: String]]

    init() throws {
        let folder = Repository.root.appending(path: "Resources/codelists")
        lists = try Self.files(in: folder).mapValues { try CodeList(text: $0, file: "list") }
        mappings = try Self.files(in: folder.appending(path: "mappings")).mapValues {
            try CodeMapping(text: $0, file: "mapping").pairs
        }
    }

    private static func files(in folder: URL) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (String(name.dropLast(4)), try String(contentsOf: folder.appending(path: name), encoding: .utf8))
            })
    }

    var mechanismNames: [String] { Catalogue.mechanisms.map(\.name) }

    private func mechanism(_ name: String) -> Mechanism? { Catalogue.mechanisms.first { $0.name == name } }

    func openings(of mechanism: String) -> [String] {
        self.mechanism(mechanism)?.transitions.filter(\.opensRecord).map(\.name) ?? []
    }

    func fields(of mechanism: String) -> [KnownField] {
        guard let mechanism = self.mechanism(mechanism) else { return [] }
        return mechanism.fields.map {
            KnownField(
                $0.name, $0.kind, isIdentity: mechanism.identityFields.contains($0.name), isRequired: $0.isRequired)
        }
    }

    func codes(of list: String) -> [String]? { lists[list]?.codes.map(\.id) }
    func mapping(_ name: String) -> [String: String]? { mappings[name] }
}

/// A source description of the repository, with a change where a test needs one.
func shipped(
    _ name: String, in folder: String = "sources", changed: (String) -> String = { $0 }
) throws -> SourceDescription {
    let folder = Repository.root.appending(path: folder)
    let yaml = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return try SourceDescription(yaml: changed(yaml), known: ShippedBook()) { file in
        try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
}
