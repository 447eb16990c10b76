import Access
import ArgumentParser
import Ledger
import Mechanisms
import Vocabulary

struct LedgerErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Destroy a person's key: who they are is gone, here and in every backup.",
        discussion: "The events stay, so that figures and the chain do not change.")

    @Argument(help: "The id of the person's record.")
    var person: String

    @Option(help: "Why; written on the event in clear, so name nobody.")
    var reason: String?

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(person) }

    func run() throws {
        let id = try RecordArgument.read(person)
        guard yes else { throw CommandFailure.unconfirmed(action: "destroy the key of this person") }
        let grant = try Shell.grant(.dataProtectionOfficer, .erase, for: .dataProtection)
        let open = try OpenRegister.open(register, for: .writing)
        guard try open.ledger.record(id)?.mechanism == "person" else {
            throw CommandFailure.notAPerson(record: person)
        }
        try open.ledger.erase(id, reason: reason, under: grant)
        try open.close()
        print("Erased. Replace your copies of the key vault now: an old copy still holds this person's key.")
    }
}
