import Access
import Linkage
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Two records side by side, what speaks for and against their being one person, and who judged it.
struct PairSheet {
    let title: String
    let page: DeskPage
    private(set) var marking: Access.Marking?

    /// - Parameter answer: A judgement that was sent and not taken.
    init(of record: RecordID, _ answer: JudgementForm.Answer?, _ visit: Visit) throws {
        let view = try visit.registry.read(record, visit.asking)
        guard view.mechanism == "same-person" else { throw RegistryRefusal.notFound }
        let mechanism = try visit.registry.mechanism(view.mechanism)
        let comparison = try PairComparison(view, visit)
        var sections = [comparison.section]
        if let drawing = comparison.drawing { sections.append(drawing) }
        let voices = try visit.registry.voices(on: record, visit.asking)
        if PairSheet.mayJudge(view, mechanism, visit), voices == nil {
            sections.append(
                DeskSection(
                    "judge", visit.links("judge.title"), note: visit.links("judge.note"),
                    forms: [JudgementForm(on: view, answer, visit).form]))
        }
        sections.append(try PairSheet.section(voices, view, mechanism, visit))
        title = try Names(in: [view], visit).name(of: view)
        marking = ([view.marking] + comparison.markings).max()
        page = DeskPage(
            lead: visit.wording.state(mechanism, view.state),
            notices: answer?.problems.map { .init($0, .wrong) } ?? [], sections: sections, visit.exchange)
    }

    private static func mayJudge(_ view: RecordView, _ mechanism: Mechanism, _ visit: Visit) -> Bool {
        visit.judgesLinks && mechanism.transition("judge")?.from.contains(view.state) == true
            && visit.registry.grant(visit.asking, .write, on: view) != nil
    }

    /// Who said what, as soon as the reader may know it.
    private static func section(
        _ voices: [Voice]?, _ view: RecordView, _ mechanism: Mechanism, _ visit: Visit
    ) throws -> DeskSection {
        let title = visit.links("voices.title")
        guard let voices else { return DeskSection("voices", title, note: visit.links("voices.hidden")) }
        let items = voices.map { voice -> DeskSection.Item in
            let said: String =
                if case .code(let code)? = voice.said["judgement"] {
                    visit.wording.code("link-judgements", code)
                } else {
                    visit.links("compare.hidden")
                }
            return DeskSection.Item(
                visit.links("voices.line", ["who": visit.name(of: voice), "judgement": said]),
                small: [visit.wording.moment(voice.recordedAt), voice.reason ?? ""])
        }
        let mayWithdraw = try visit.registry.offers(on: view.record, visit.asking).contains {
            $0.transition.name == "withdraw" && $0.isOpen
        }
        return DeskSection(
            "voices", title, note: items.isEmpty ? visit.links("voices.none") : "", items: items,
            links: mayWithdraw
                ? [
                    .init(
                        text: visit.links("voices.withdraw"),
                        href: WorkbenchPaths.step(view.record, "withdraw"))
                ] : [])
    }
}

extension Visit {
    /// The holder of the post as the directory names them, and the post.
    fileprivate func name(of voice: Voice) -> String {
        let post = wording.function(voice.function)
        let holder = registry.directory.holder(of: voice.account)
        return holder.map { exchange.texts.list([$0, post]) } ?? post
    }
}
