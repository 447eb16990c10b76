import Mechanisms
import Registry
import Vocabulary

/// The form in which one person says what two records are.
struct JudgementForm {
    /// What was sent.
    struct Answer {
        let judgement: String
        let reason: String
        let version: Int
        /// Makes sending twice the same as sending once.
        let key: String?
        /// What the register had against it, in words.
        var problems: [String] = []

        init(_ form: Fields) {
            judgement = form["judgement"] ?? ""
            reason = form["reason"] ?? ""
            version = form["version"].flatMap { Int($0) } ?? 0
            key = form["key"].flatMap { RecordID($0) }?.description
        }

        var isSaid: Bool { JudgementForm.codes.contains(judgement) }
        var isReasoned: Bool { !reason.allSatisfy(\.isWhitespace) }
        var isWhole: Bool { isSaid && isReasoned }
    }

    static let codes = ["same", "different", "unsure"]

    let form: DeskForm

    /// - Parameter answer: What was sent before and not taken; nil for an empty form.
    init(on view: RecordView, _ answer: Answer?, _ visit: Visit) {
        func text(_ key: String) -> String { visit.links("judge.\(key)") }
        let options =
            [DeskForm.Option("", text("choose"))]
            + JudgementForm.codes.map {
                .init($0, visit.wording.code("link-judgements", $0), isChosen: answer?.judgement == $0)
            }
        var random = SystemRandomNumberGenerator()
        let key = RecordID(at: visit.exchange.moment, using: &random).description
        form = DeskForm(
            to: LinksPaths.judge(view.record), text("send"),
            hidden: [
                .init(name: "version", value: String(view.version)), .init(name: "key", value: key),
            ],
            controls: [
                .init(
                    "judgement", text("judgement"), .select(options), required: text("required"),
                    error: answer.flatMap { $0.isSaid ? nil : text("missing") }),
                .init(
                    "reason", text("reason"), .area(value: answer?.reason ?? ""), required: text("required"),
                    hint: text("reason-hint"),
                    error: answer.flatMap { $0.isReasoned ? nil : visit.wording["problem.M111"] }),
            ])
    }
}
