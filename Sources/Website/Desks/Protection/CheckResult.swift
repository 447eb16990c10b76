import Ledger
import Mechanisms
import Vocabulary

/// What a check of the ledger found, as it is shown and kept.
struct CheckResult: Sendable, Equatable {
    let moment: Timestamp
    let isSound: Bool
    let isComplete: Bool
    let withProjections: Bool
    let events: Int
    let soundThrough: Int
    let checkpoints: Int
    /// What was found, a line each, without any value of a record.
    let faults: [String]

    /// Faults that are shown; more than these say nothing new.
    static let mostFaults = 50
}

extension CheckResult {
    init(_ found: Verification, at moment: Timestamp, projections: Bool) {
        self.moment = moment
        (isSound, isComplete, withProjections) = (found.isSound, found.isComplete, projections)
        (events, soundThrough) = (Int(found.events), Int(found.soundThrough))
        checkpoints = found.checkpoints
        faults = found.faults.prefix(CheckResult.mostFaults).map { fault in
            let place = fault.sequence.map { ", \($0)" } ?? ""
            return "\(fault.check.rawValue)\(place): \(fault.message)"
        }
    }
}

/// The last result lies on the shelf of the house itself, so that it is there after the next start.
extension CheckResult {
    private static let account = "house"
    private static let place = "00000000-0000-7000-8000-000000000001"

    func keep(on shelf: SealedShelf) throws(WorkbenchRefusal) {
        let json = JSON.members([
            "moment": .text(moment.description), "sound": .boolean(isSound), "complete": .boolean(isComplete),
            "projections": .boolean(withProjections), "events": .number(events), "through": .number(soundThrough),
            "checkpoints": .number(checkpoints), "faults": .array(faults.map(JSON.text)),
        ])
        try shelf.put(
            Array(json.text().utf8), as: .check, CheckResult.place, of: CheckResult.account, about: [])
    }

    /// Nil where none was kept.
    init?(on shelf: SealedShelf) {
        guard let bytes = shelf.get(.check, CheckResult.place, of: CheckResult.account),
            case .object(let members)? = try? JSONReader.read(bytes)
        else { return nil }
        var texts: [String: String] = [:]
        var answers: [String: Bool] = [:]
        var numbers: [String: Int] = [:]
        var lines: [String] = []
        for member in members {
            switch member.value {
            case .text(let text): texts[member.name] = text
            case .boolean(let answer): answers[member.name] = answer
            case .number(let number): numbers[member.name] = number
            case .array(let items):
                lines = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
            default: break
            }
        }
        guard let moment = texts["moment"].flatMap({ Timestamp($0) }), let isSound = answers["sound"],
            let isComplete = answers["complete"], let events = numbers["events"],
            let soundThrough = numbers["through"], let checkpoints = numbers["checkpoints"]
        else { return nil }
        self.moment = moment
        (self.isSound, self.isComplete, withProjections) = (isSound, isComplete, answers["projections"] ?? false)
        (self.events, self.soundThrough, self.checkpoints) = (events, soundThrough, checkpoints)
        faults = lines
    }
}
