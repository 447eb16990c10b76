import Intake
import Mechanisms
import Publication
import Vocabulary

/// Findings in the words of a reader: the language files have a text for every code.
struct FindingWording: Sendable {
    let texts: Texts
    let book: Book

    /// What is wrong and what to do about it; what it is about stands behind, where it may be shown.
    func text(_ finding: Finding) -> String {
        let what = texts.text("importing.findings.\(finding.code)") ?? "\(finding.message) \(finding.remedy)"
        if finding.code == FindingKind.refused.rawValue || finding.code == FindingKind.linkedRecordRefused.rawValue {
            return "\(what) \(reason(finding.about))"
        }
        return finding.about.isEmpty
            ? what
            : texts.filled(
                "importing.about", ["text": what, "about": finding.about.map(isolated).joined(separator: " · ")])
    }

    /// What kind of thing it is, in the words of its code alone.
    func kind(_ code: String) -> String { texts.text("importing.findings.\(code)") ?? code }

    /// Why a file did not go in at all.
    func failure(_ code: String) -> String {
        texts.text("importing.failures.\(code)") ?? texts.filled("importing.failures.other", ["code": code])
    }

    /// A word of the file inside a sentence of another direction keeps its own.
    private func isolated(_ word: String) -> String {
        texts.direction == "rtl" ? "\u{2068}\(word)\u{2069}" : word
    }

    /// The reason of the register: its code's text, and the field where it has one.
    private func reason(_ about: [String]) -> String {
        guard let code = about.first else { return "" }
        let what = texts.text("importing.reasons.\(code)") ?? code
        guard about.count > 2 else { return what }
        let field = book.labels.text(TextKey.field(about[1], about[2]), in: texts.language)
        return texts.filled("importing.about", ["text": what, "about": field])
    }
}
