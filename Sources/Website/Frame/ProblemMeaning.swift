import HTTPTypes
import Publication
import Registry
import Vocabulary

/// A failure that puts words of its own into the texts of the language files.
protocol PlacedFailure: CodedFailure {
    /// By the names that the texts have between braces.
    var places: KeyValuePairs<String, String> { get }
}

/// What a code of a failure means in the words of a language, and what to do.
struct ProblemMeaning: Sendable {
    let title: String
    let text: String

    /// Nil for what is no code of any room.
    init?(of code: String, _ texts: Texts) {
        guard let family = ProblemMeaning.family(of: code) else { return nil }
        if let key = ProblemMeaning.key(of: code, texts) {
            let status = FailureStatus.of(code)
            title = texts.text("problems.\(code).title") ?? texts["problems.\(status < 500 ? "yours" : "ours")"]
            text = ProblemMeaning.whole(texts[key])
        } else {
            title = texts["problems.\(family).title"]
            text = texts["problems.\(family).text"]
        }
    }

    /// Where the page of a code is.
    static func path(_ code: String) -> String { "/problems/\(code)" }

    /// The text of a code: its own, or the one that forms have beside a field.
    static func key(of code: String, _ texts: Texts) -> String? {
        ["problems.\(code).text", "workbench.problem.\(code)"].first { texts.text($0) != nil }
    }

    /// Whether the one who asks reads pages: a browser, which names HTML before anything.
    func isForPerson(_ exchange: Exchange) -> Bool {
        let first = exchange.headers[.accept]?.split(separator: ",").first.map { $0.split(separator: ";")[0] }
        return ["text/html", "application/xhtml+xml"].contains(first?.trimmed ?? "")
    }

    /// Codes without a text of their own are about what somebody gave, or for those who keep the machine.
    private static func family(of code: String) -> String? {
        guard code.utf8.count == 4, let letter = code.first, Int(code.dropFirst()) ?? 0 > 100 else { return nil }
        switch letter {
        case "A", "B", "C", "D", "E", "I", "M", "N", "P", "Q", "R": return "given"
        case "K", "L", "S", "W": return "machine"
        default: return nil
        }
    }

    /// Without what only the failure itself knows.
    private static func whole(_ text: String) -> String {
        text.replacing(#/\{[a-z-]+\}/#, with: "…")
    }

    /// The page of every code, for anybody: who was refused at the door has no account.
    static let route = Route(.get, path("{code}"), rule: .anybody) { exchange in
        let code = exchange.parameter("code")
        guard let meaning = ProblemMeaning(of: code, exchange.texts) else { throw RequestRefusal.notFound }
        let page = ProblemMeaningPage(code, meaning, exchange.texts)
        let main = exchange.pages.templates.render(page, with: "problem-meaning")
        return exchange.page(WorkbenchFrame(title: meaning.title, main: main, width: .narrow))
    }
}

/// The page of a code with every string ready, for `problem-meaning.mustache`.
struct ProblemMeaningPage: Sendable {
    let text: String
    let heading: String
    let homeHref: String
    let home: String

    init(_ code: String, _ meaning: ProblemMeaning, _ texts: Texts) {
        text = meaning.text
        heading = texts.filled("problems.meaning", ["code": code])
        homeHref = HousePaths.home
        home = texts["problems.home"]
    }
}

extension RegistryRefusal: PlacedFailure {
    var places: KeyValuePairs<String, String> {
        switch self {
        case .beyondCeiling(let fields): ["fields": fields.joined(separator: ", ")]
        case .otherOrganisation(let field): ["field": field]
        case .unknownFilter(let name, let known): ["name": name, "known": known.joined(separator: ", ")]
        case .unknownMechanism(let name), .unreadableFilter(let name): ["name": name]
        case .held(let records): ["records": String(records)]
        default: [:]
        }
    }
}
