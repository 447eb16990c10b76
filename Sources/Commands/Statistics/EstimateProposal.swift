import Access
import Disclosure
import Publication
import Statistics
import Vocabulary
import Website

/// An estimate on its way to the public: through the gate for estimates, and to the desk where another person lets it out.
struct EstimateProposal {
    /// What it is called for the public.
    let title: String
    /// The body in whose name it goes out.
    let publisher: String
    /// Counts from 1 to one below it are withheld in tables.
    var threshold = CountThreshold.usual

    /// Seals the notice and prints its id; nothing else is printed.
    ///
    /// - Throws: What the gate refuses (D501 to D506).
    func propose(
        _ report: EstimateReport, making: NoticeEstimate.Making, to register: RegisterFolder,
        for command: any RuledCommand.Type
    ) throws {
        _ = try command.grant(.release)
        Talk.say("Trying to work out small overlaps from the figures; this takes a while.")
        let released = try ReportRelease(report).released(threshold: threshold)
        let content = NoticeContent(
            .estimate, title: title, publisher: publisher, estimate: NoticeEstimate(released, making: making))
        let notice = try OpenNotices.with(register, for: command) { notices in
            try notices.work.propose(NoticeProposal(content), notices.open.asking, key: nil)
        }
        print(notice)
        Talk.say("Figures are rounded to \(released.unit).")
        if !released.leftOut.isEmpty {
            let names = released.leftOut.joined(separator: ", ")
            Talk.say("Not among them, since they have no limit or would give an overlap away: \(names).")
        }
        Talk.say("Proposed. Another person looks at it and lets it out: /work/notices/\(notice).")
    }

    /// Whether both are there, or neither.
    static func isWhole(title: String?, publisher: String?) -> Bool {
        func says(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } ?? false }
        return (title == nil && publisher == nil) || (says(title) && says(publisher))
    }
}

extension NoticeEstimate.Making {
    /// How a report was made, with where its records are from.
    init(
        _ report: EstimateReport, indicator: String? = nil, period: String? = nil, source: String? = nil,
        position: Int? = nil
    ) {
        let settings = report.settings
        self.init(
            indicator: indicator, period: period, seed: String(settings.seed), threshold: "\(settings.threshold)",
            replicates: settings.replicates, source: source, position: position)
    }
}
