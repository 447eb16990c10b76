import Mechanisms
import Vocabulary

extension Consolidation {
    package static let columns = [
        "respondent", "state", "submitted-on", "late", "key", "question", "answer", "file-sha256", "marking",
    ]

    /// A row for each answer, of a file its name and its hash; of those who sent none, one row that says so. The marking stands in each.
    ///
    /// - Parameter mark: The marking, in the words of whoever reads it.
    package func rows(marked mark: String) -> [[String]] {
        return stand.lines.flatMap { line -> [[String]] in
            let head = [
                line.name, line.state, line.submittedOn?.description ?? "", line.isLate ? "yes" : "no",
            ]
            guard line.hasAnswered else { return [head + ["", "", "", "", mark]] }
            return entries.map { entry in
                let answer = entry.answers.first { $0.response == line.response }
                let text = answer?.file?.name ?? answer?.text ?? ""
                return head + [entry.question.key, entry.wording.text, text, answer?.file?.hash ?? "", mark]
            }
        }
    }
}
