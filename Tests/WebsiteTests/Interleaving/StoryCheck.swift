import Ledger
import Mechanisms
import Synchronization
import Vocabulary

/// What the ledger says afterwards of what was intended and told.
struct StoryCheck {
    private let intentions: [Intention]
    private var events: [Event] = []
    private(set) var violations: [String]
    /// Changes that stand in the ledger because of the story.
    private(set) var changes = 0

    init(_ story: Story) throws {
        intentions = story.intentions
        violations = story.complaints
        var read: [Event] = []
        try story.house.ledger.events(from: story.begin + 1) { event in
            if event.draft.version > 0 { read.append(event) }
            return true
        }
        events = read
        checkVersions()
        checkOrder()
        checkShares()
        checkConsents()
        checkMandates(story.house.desk.holders.withLock { $0 })
        for intention in intentions { check(intention) }
    }

    /// A record's versions follow one another without gap or fork.
    private mutating func checkVersions() {
        var latest: [RecordID: Int] = [:]
        for event in events {
            if let before = latest[event.draft.record], event.draft.version != before + 1 {
                violations.append("\(event.draft.mechanism): version \(event.draft.version) follows \(before)")
            }
            latest[event.draft.record] = event.draft.version
        }
    }

    private mutating func checkOrder() {
        for (earlier, later) in zip(events, events.dropFirst()) where later.recordedAt < earlier.recordedAt {
            violations.append("event \(later.sequence) was recorded before the one before it")
        }
    }

    /// In these stories a share is only ever made by a hand-over: it stands right before it.
    private mutating func checkShares() {
        for (place, event) in events.enumerated() where event.draft.mechanism == "share" {
            let next = place + 1 < events.count ? events[place + 1] : nil
            if next?.draft.kind != "hand-over" || next?.sequence != event.sequence + 1 {
                violations.append("half a hand-over: a share without its case (event \(event.sequence))")
            }
        }
    }

    /// Nothing is shared on a consent that was withdrawn before.
    private mutating func checkConsents() {
        var withdrawn: Set<RecordID> = []
        for event in events {
            if event.draft.mechanism == "consent", event.draft.kind == "withdraw" {
                withdrawn.insert(event.draft.record)
            }
            guard event.draft.mechanism == "share", case .link(let consent)? = event.draft.changes["consent"] else {
                continue
            }
            if withdrawn.contains(consent) {
                violations.append("event \(event.sequence) shares on a consent that was withdrawn before")
            }
        }
    }

    /// Nobody writes between two of their mandates.
    private mutating func checkMandates(_ holders: [RecordID: WorkbenchSamples.Post]) {
        var without: Set<String> = []
        for event in events {
            if let post = holders[event.draft.record] {
                if event.draft.kind == "end" { without.insert(post.rawValue) } else { without.remove(post.rawValue) }
            } else if without.contains(event.account) {
                violations.append("event \(event.sequence) was written by \(event.account), who held no post")
            }
        }
    }

    private mutating func check(_ intention: Intention) {
        let made = events.filter { $0.draft.reason == intention.mark }
        changes += made.count
        func violated(_ text: String) { violations.append("\(intention.mark) (\(intention.transition)): \(text)") }
        if made.count > 1 { violated("made \(made.count) changes") }
        if intention.told == .done, made.isEmpty { violated("was told done, and nothing is there") }
        if intention.told != .done, !intention.hasLostAnswer, !made.isEmpty {
            violated("was told \(intention.told), and it was done")
        }
        guard let event = made.first else { return }
        if !intention.versionsSeen.contains(event.draft.version - 1) {
            violated("was made on version \(event.draft.version - 1), seen were \(intention.versionsSeen.sorted())")
        }
        for (field, value) in event.draft.changes {
            if case .sealed = value { continue }
            if let texts = intention.edited[field] {
                if FieldText.texts(of: value) != texts { violated("“\(field)” was not written as it was sent") }
            } else if intention.record != nil, !["owner", "responsible"].contains(field) {
                violated("wrote over “\(field)”, which they had not touched")
            }
        }
        checkAlong(intention, event)
    }

    /// What goes along with a case goes in the same commit, in the event before it.
    private mutating func checkAlong(_ intention: Intention, _ event: Event) {
        guard intention.transition == "hand-over", !intention.along.isEmpty else { return }
        let share = events.last { $0.sequence == event.sequence - 1 && $0.draft.mechanism == "share" }
        let shared = share?.draft.changes["records"].map { FieldText.texts(of: $0) } ?? []
        if Set(shared) != Set(intention.along) {
            violations.append("\(intention.mark): half a hand-over: the case went without what belongs to it")
        }
    }
}
