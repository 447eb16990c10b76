import Ledger
import Mechanisms
import Vocabulary

/// What informal contacts were good for, by channel and topic (B58).
extension Registry {
    /// Notes made by the day, the hours that they are said to have saved, and how many led to a formal request; told from as
    /// many notes on as any count is told, since few tell who spoke with whom (decision 0256).
    func informalCooperation(on day: CalendarDate) throws -> OverviewTable {
        struct Way: Hashable { let channel, topic: String }
        let notes = try ledger.records(of: "contact-note").compactMap { try ledger.record($0) }.filter {
            $0.state == "noted" && ($0.lastDay("held-on").map { $0 <= day } ?? false)
        }
        let ways = Dictionary(grouping: notes) {
            Way(channel: $0.code("channel") ?? "", topic: $0.code("topic") ?? "")
        }
        let sorted = ways.sorted { left, right in
            let (first, second) = (InformalCooperation(left.value), InformalCooperation(right.value))
            return (second.hours ?? -1, left.key.channel, left.key.topic)
                < (first.hours ?? -1, right.key.channel, right.key.topic)
        }
        let rows = try sorted.map { way, notes -> [OverviewCell] in
            let told = InformalCooperation(notes)
            let head: [OverviewCell] = [
                OverviewCell(.code(way.channel, of: "contact-channels")),
                OverviewCell(.code(way.topic, of: "contact-tasks")),
            ]
            guard told.isTold else { return head + [.word("too-few"), .word("too-few"), .word("too-few")] }
            let formal = try notes.count { note in
                try ledger.records(linkedTo: note.record, by: "note").contains {
                    $0.mechanism == "cooperation-request" && $0.state != "withdrawn"
                }
            }
            return head + [.number(notes.count), .number(told.hours), .number(formal)]
        }
        return OverviewTable(["channel", "topic", "notes", "hours-saved", "formal-requests"], rows)
    }
}

private struct InformalCooperation {
    let notes: [RecordState]

    init(_ notes: [RecordState]) { self.notes = notes }

    var isTold: Bool { notes.count >= CountThreshold.usual }

    /// Nil where they are not told, or nobody said a number.
    var hours: Int? {
        let said = notes.compactMap { $0.given("hours-saved") }
        return isTold && !said.isEmpty ? said.reduce(0, +) : nil
    }
}
