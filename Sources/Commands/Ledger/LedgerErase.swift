import Access
import ArgumentParser
import Registry
import Vocabulary

struct LedgerErase: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Destroy a person's key: who they are is gone, here and in every backup.",
        discussion: "The events stay, so that figures and the chain do not change.")
    static let rule = CommandRule.post(.dataProtectionOfficer, [.erase, .read, .list])
    static let output = CommandOutput.talk

    @Argument(help: "The id of the person's record.")
    var person: String

    @Option(help: "Why; written on the event in clear and kept for ever, so name nobody.")
    var reason: String?

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(person) }

    func run() throws {
        let id = try RecordArgument.read(person)
        guard yes else { throw CommandFailure.unconfirmed(action: "destroy the key of this person") }
        let open = try OpenRegistry(register, for: Self.self)
        do { try open.registry.erase(id, because: reason ?? "", open.asking) } catch {
            try open.close()
            throw error
        }
        try open.close()
        print("Erased. Replace your copies of the key vault now: an old copy still holds this person's key.")
    }
}
