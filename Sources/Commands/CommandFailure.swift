import Vocabulary

/// K100–K199: what stands in the way before a room is even asked.
enum CommandFailure: CodedFailure, Hashable {
    /// K101: the folder with code lists, languages and templates is not found.
    case resourcesMissing
    /// K102: a file cannot be read.
    case unreadable(file: String, reason: String)
    /// K103: a file cannot be written.
    case unwritable(file: String, reason: String)
    /// K104: a country file or bucket rule that is not as it should be.
    case malformed(file: String, detail: String)
    /// K105: something exists already and would be lost.
    case exists(path: String)
    /// K106: a destructive command without `--yes`.
    case unconfirmed(action: String)
    /// K107: a name that does not exist.
    case unknownName(kind: String, name: String, known: [String])
    /// K110: the ledger knows of a release whose folder is gone or was altered: what was published is unknown.
    case releaseGone(number: Int)
    /// K119: the ledger knows of a notice whose folder is gone or was altered: what was published is unknown.
    case noticeGone(number: Int)
    /// K111: a demo, whose sign-ins anybody may have read, would be served beyond this machine.
    case demoElsewhere(host: String)
    /// K118: a register that is no demo would be served without its limits on requests.
    case patienceForReal
    /// K112: an import in nobody's name into a register that people work on.
    case nobodyImports
    /// K113: a command that does not say for whom it acts: a mistake of the program, found before it starts.
    case commandWithoutRule(command: String)
    /// K114: a command whose rule no row of the policy grants: a mistake of the program, found before it starts.
    case commandRuleUnknown(command: String, rule: String)
    /// K115: a source description whose rows nobody may bring in.
    case nobodyMayImport(source: String, opened: [String])
    /// K116: a plan that was not in force on the day asked for.
    case notInForce(plan: String, day: CalendarDate)
    /// K145: a new plan under the title or number of one that is there.
    case planTaken(plan: String)
    /// K140: figures that differ from those of an earlier submission, without a word why.
    case unexplained(cells: [String])
    /// K135: a file with a password that others on this machine may read.
    case readByOthers(file: String)
    /// K125: a questionnaire without a title: neither the table nor the command line says one.
    case questionnaireUntitled
    /// K126: a language that is not on the list.
    case unknownLanguage(code: String)
    /// K127: a program of the system that is needed for this is not there.
    case programMissing(program: String, package: String)
    /// K128: a file of a kind whose text nobody here can read.
    case unknownPaper(file: String)

    /// Whether it would be the same with every other file.
    var isAboutTheMachine: Bool {
        if case .programMissing = self { true } else { false }
    }

    var code: String {
        switch self {
        case .resourcesMissing: "K101"
        case .unreadable: "K102"
        case .unwritable: "K103"
        case .malformed: "K104"
        case .exists: "K105"
        case .unconfirmed: "K106"
        case .unknownName: "K107"
        case .releaseGone: "K110"
        case .noticeGone: "K119"
        case .demoElsewhere: "K111"
        case .patienceForReal: "K118"
        case .nobodyImports: "K112"
        case .commandWithoutRule: "K113"
        case .commandRuleUnknown: "K114"
        case .nobodyMayImport: "K115"
        case .notInForce: "K116"
        case .planTaken: "K145"
        case .unexplained: "K140"
        case .readByOthers: "K135"
        case .questionnaireUntitled: "K125"
        case .unknownLanguage: "K126"
        case .programMissing: "K127"
        case .unknownPaper: "K128"
        }
    }

    var message: String {
        switch self {
        case .resourcesMissing:
            "The folder “Resources” (code lists, languages, templates) is not beside the program. "
                + "Set RAPPORTEUR_RESOURCES to the folder that holds it."
        case .unreadable(let file, let reason): "“\(file)” cannot be read: \(reason). Check its name and rights."
        case .unwritable(let file, let reason): "“\(file)” cannot be written: \(reason). Check the disk and the rights."
        case .malformed(let file, let detail): "“\(file)”: \(detail). Correct it and try again."
        case .exists(let path): "“\(path)” exists already. Choose another place, or move it away first."
        case .unconfirmed(let action): "This will \(action), for good. Add --yes if that is what you want."
        case .unknownName(let kind, let name, let known):
            "There is no \(kind) “\(name)”. "
                + (known.isEmpty ? "There is none at all yet." : "There are: \(known.joined(separator: ", ")).")
        case .demoElsewhere(let host):
            "This folder is a demo, whose sign-ins are no secret: it is not served on \(host). Leave out --host, or make a "
                + "real register with `rapporteur init`."
        case .patienceForReal:
            "This folder is no demo: its limits on requests stand between it and who guesses. Leave out --patience."
        case .nobodyImports:
            "People have accounts here, so an import is in somebody's name: add --as FUNCTION and --for ORGANISATION. "
                + "Without them, records are loaded only before the first account is made."
        case .commandWithoutRule(let command):
            "The command “\(command)” does not say for whom it acts, so nothing was started. Report it with this line."
        case .commandRuleUnknown(let command, let rule):
            "The policy has no row for the command “\(command)” (\(rule)), so nothing was started. Report it with this "
                + "line."
        case .nobodyMayImport(let source, let opened):
            "The source “\(source)” opens \(opened.joined(separator: ", ")): no function may import any of these. "
                + "docs/reference/ways.md says which may what."
        case .questionnaireUntitled:
            "The questionnaire has no title. Give it with --title, or in a row of the kind “questionnaire”."
        case .unknownLanguage(let code):
            "There is no language “\(code)”. Write three letters of ISO 639-3: eng, fra, spa, por, ara."
        case .programMissing(let program, let package):
            "The program “\(program)” is not on this machine. Install the package “\(package)” of the system."
        case .unknownPaper(let file):
            "“\(file)” is no kind of paper whose text is read. There are: .txt, .md, .html, .htm, .docx, .pdf."
        case .notInForce(let plan, let day):
            "The plan “\(plan)” was not in force on \(day): nothing of it took effect before. Ask for a later day."
        case .planTaken(let plan):
            "There is a plan “\(plan)” already. Give the new plan a title and a number of its own."
        case .unexplained(let cells):
            "Other figures were handed in for the same period: \(cells.joined(separator: ", ")). Say why in the form's column "
                + "“explanation”."
        case .readByOthers(let file):
            "“\(file)” holds a password and may be read by others. Take their rights away: chmod 600."
        case .releaseGone(let number):
            "Release \(number) was published, but its folder under “releases” is not there as it was. A new release must "
                + "be protected against it. Bring the folder back from a copy."
        case .noticeGone(let number):
            "Notice \(number) was published, but its folder under “notices” is not there as it was. The next one must follow it. "
                + "Bring the folder back from a copy."
        }
    }
}
