import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct TreatyShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A treaty: its rules, its entry into force and how it is known, all acts on it.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Argument(help: "The reference, title or record id of the treaty.")
    var treaty: String

    @Option(name: .customLong("as-of"), help: "The day as of which parties are counted; today where none is given.")
    var day: CalendarDate?

    @Option(help: "How it is written.")
    var format: TreatyFormat = .text

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let law = try open.registry.treatyLaw(open.asking)
        let status = TreatyStatus(law, on: day ?? open.registry.today)
        let names = PartyNames(book: open.registry.book)
        try open.close()
        let terms = try TreatyChoice(law: law).treaty(treaty)
        if format == .text { tell(terms, law, status) }
        print(CSVText.line(["day", "party", "name", "act", "takes-effect", "text", "document", "marking"]))
        for act in law.acts(on: terms.record) {
            let effect = law.membership(of: act.party, in: act.treaty).effect(of: act)
            print(
                CSVText.line([
                    act.day.description, act.party.code, names(act.party), act.kind.rawValue,
                    effect?.description ?? "", act.text ?? "", act.document ?? "", Marking.professionals.rawValue,
                ]))
        }
    }

    private func tell(_ terms: TreatyTerms, _ law: TreatyLaw, _ status: TreatyStatus) {
        print("treaty             \(terms.name): \(terms.title)")
        print("marking            \(Marking.professionals.rawValue)")
        print("adopted            \(terms.adoptedOn?.description ?? "not known")")
        if let parent = terms.parent.flatMap(law.terms) {
            print("hangs on           \(parent.name), of which one must be a \(terms.prerequisite.rawValue)")
        }
        print("entry into force   \(TreatyShow.words(law.entry(of: terms.record)))")
        if let entry = terms.entry { print("  rule             \(entry.consents) consents, then \(entry.rule)") }
        print("later consents     \(terms.later) after the act")
        print("denunciation       \(terms.withdrawal.map { "\($0) after the act" } ?? "no rule")")
        for other in law.protocols(to: terms.record) where other.prerequisite == .party {
            print("ends with it       \(other.name): who leaves \(terms.name) leaves it too")
        }
        let rows = status.rows(of: terms)
        print("\nas of \(status.day)")
        for standing in TreatyMembership.Standing.allCases where standing != .none {
            print("  \(standing.rawValue)  \(rows.count { $0.standing == standing })")
        }
        print("")
    }

    private static func words(_ entry: TreatyLaw.EntryIntoForce) -> String {
        switch entry {
        case .published(let day, let reckoned):
            switch reckoned {
            case day?: "\(day), as published; the acts here give the same day"
            case let other?: "\(day), as published; the acts here would give \(other)"
            case nil: "\(day), as published"
            }
        case .reckoned(let day, let last): "\(day), reckoned from the consent of \(last.party.code) of \(last.day)"
        case .awaited(let consents, let needed): "not yet: \(consents) of \(needed) consents are in the register"
        case .unknown: "not known: neither the day nor the rule is in the register"
        }
    }
}

/// `--format` of a treaty.
enum TreatyFormat: String, CaseIterable, ExpressibleByArgument {
    /// Its rules and parties in words, then all acts.
    case text
    /// All acts.
    case csv
}
