import Access
import ArgumentParser
import Foundation
import Registry
import Vocabulary

/// `--as`, `--for`, `--purpose`: for which post the one at the keyboard acts. Leave to use the machine and the key file
/// is the sign-in here; what the post may do, the policy says as everywhere.
struct ActingAs: ParsableArguments {
    @Option(name: .customLong("as"), help: "The function that you act for, such as caseworker or rapporteur.")
    var function: FunctionKind

    @Option(
        name: .customLong("for"),
        help: "The organisation: its record id, or its name letter by letter. None: the register itself.")
    var organisation: String?

    @Option(help: "The record id of the post, where records belong to posts.")
    var post: String?

    @Option(help: "The purpose, where it is not what the function is for.")
    var purpose: Purpose?

    /// - Parameter scope: What the command may ask for at all.
    func asking(_ directory: Directory, within scope: Scope) throws -> Asking {
        let house = try organisation.map { try ActingAs.house($0, directory) }
        let actor = Actor(
            account: Shell.account, function: function, organisation: house?.id,
            post: try post.map(RecordArgument.read), supervises: supervision(house, directory), scope: scope)
        return Asking(actor, for: purpose)
    }

    /// Organisations that are named where somebody named one that there is not.
    private static let mostNamed = 30

    /// The organisation of an id or a name.
    static func house(_ named: String, _ directory: Directory) throws -> Directory.Organisation {
        let found =
            RecordID(named).flatMap { directory.organisations[$0] }
            ?? directory.organisations.values.first { $0.name == named }
        if let found { return found }
        let names = directory.organisations.values.filter(\.isActive).map(\.name).sorted()
        throw CommandFailure.unknownName(
            kind: "organisation", name: named,
            known: names.prefix(mostNamed) + (names.count > mostNamed ? ["and \(names.count - mostNamed) more"] : []))
    }

    private func supervision(_ house: Directory.Organisation?, _ directory: Directory) -> Actor.Supervision {
        guard let house else { return .everybody }
        let supervised = directory.organisations.values.filter { $0.supervisor == house.id }.map(\.id)
        return supervised.isEmpty ? .nobody : .organisations(Set(supervised))
    }
}

extension FunctionKind: ExpressibleByArgument {}
extension Purpose: ExpressibleByArgument {}
extension Action: ExpressibleByArgument {}

/// The id of a record as somebody typed it.
enum RecordArgument {
    static func read(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else {
            throw ValidationError("“\(text)” is no record id. Copy it from `rapporteur record list`.")
        }
        return id
    }
}
