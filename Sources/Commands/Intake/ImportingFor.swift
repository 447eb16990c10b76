import Access
import Accounts
import ArgumentParser
import Foundation
import Registry

/// `--as`, `--for`, `--post`: in whose name an import is. Without `--as` it is a load by the keeper of the machine.
struct ImportingFor: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: "The function that you import for, such as caseworker. None: a load before anybody has an account.")
    var function: FunctionKind?

    @Option(
        name: .customLong("for"),
        help: "The organisation whose records they become: its record id, or its name letter by letter.")
    var organisation: String?

    @Option(help: "The record id of the post, where records belong to posts.")
    var post: String?

    /// - Parameter scope: What the command may ask for at all.
    func asking(_ directory: Directory, within scope: Scope) throws -> Asking {
        let house = try organisation.map { try ActingAs.house($0, directory) }
        return Asking(
            Actor(
                account: Shell.account, function: function ?? .systemOperator, organisation: house?.id,
                post: try post.map(RecordArgument.read), scope: scope))
    }

    /// How the policy is asked.
    ///
    /// - Throws: ``CommandFailure/nobodyImports`` for a load of a register that has accounts and is no demo.
    func entry(_ open: OpenRegister, _ place: RegisterFolder) throws -> Registry.ImportEntry {
        guard function == nil else { return .post }
        guard OpenHouse.hasAccounts(place), !DemoSignIns.isDemo(place) else { return .load }
        let accounts = try open.accounts()
        let isEmpty = try accounts.all().isEmpty
        try accounts.close()
        guard isEmpty else { throw CommandFailure.nobodyImports }
        return .load
    }
}
