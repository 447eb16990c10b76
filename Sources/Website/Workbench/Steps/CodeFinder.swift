import Foundation
import Mechanisms
import Vocabulary

/// Finds the code that somebody means by what they type: its label or its id, whatever the case and the accents.
struct CodeFinder {
    enum Finding: Equatable {
        case found(String)
        /// More than one fits, at most ``CodeFinder/mostOffered`` of them.
        case several([String])
        case none
    }

    static let mostOffered = 12

    private let labels: [(code: String, label: String)]

    /// Codes that are retired are not found: nobody may choose them any more.
    init(_ list: String, _ wording: Wording) {
        labels = (wording.book.codeLists[list]?.codes ?? []).filter { !$0.isRetired }.map {
            ($0.id, CodeFinder.folded(wording.code(list, $0.id)))
        }
    }

    /// The whole label or id first, then the only label that begins so, then the only one that has it in it.
    func find(_ text: String) -> Finding {
        let wanted = CodeFinder.folded(text)
        if wanted.isEmpty { return .none }
        for fits in [
            { $0.label == wanted || $0.code.lowercased() == wanted }, { $0.label.hasPrefix(wanted) },
            { $0.label.contains(wanted) },
        ] as [((code: String, label: String)) -> Bool] {
            let found = labels.filter(fits).map(\.code)
            if let only = found.first, found.count == 1 { return .found(only) }
            if !found.isEmpty { return .several(Array(found.prefix(CodeFinder.mostOffered))) }
        }
        return .none
    }

    private static func folded(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespaces)
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
