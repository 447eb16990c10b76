import Mechanisms
package import Vocabulary

// Goals, in order: (1) an action that nobody below carries out is never hidden behind others; (2) nothing is added twice:
// an action above counts once however many carry it out, an action below once however many it carries out.

/// How far the actions of a plan are carried out by the plans below it, on a day.
package struct PlanRollUp: Sendable {
    /// An action of a plan below, which carries out one or several of the plan above.
    package struct Carrier: Sendable {
        package let plan: RecordID
        package let planName: String
        package let line: PlanStand.Line
    }

    /// An action of the plan above, with those below that carry it out.
    package struct Line: Sendable {
        package let action: PlanStand.Line
        package let carriers: [Carrier]

        /// How those below stand taken together; nil where nobody carries it out.
        ///
        /// Late where one is late, done where all are done, under way where one is done or under way, else silent.
        package var standing: PlanStand.Standing? {
            let all = Set(carriers.map(\.line.standing))
            if all.isEmpty { return nil }
            if all == [.done] { return .done }
            if all.contains(.late) { return .late }
            return all.isDisjoint(with: [.done, .underWay]) ? .silent : .underWay
        }
    }

    /// A plan below, with how many of its actions carry something out, and how many above they carry out.
    package struct Below: Sendable {
        package let plan: RecordID
        package let name: String
        package let carriers: Int
        package let carried: Int
    }

    /// The actions above that were not given up, in the order of their table.
    package let lines: [Line]
    package let plans: [Below]
    /// Every action below that carries something out, once.
    package let carriers: [Carrier]

    /// Actions above that nobody carries out.
    package var gaps: [Line] { lines.filter(\.carriers.isEmpty) }

    package func count(_ standing: PlanStand.Standing) -> Int { lines.count { $0.standing == standing } }

    /// - Parameters:
    ///   - stand: Of the plan above.
    ///   - below: The plans that name it as the one above, with their stands on the same day.
    init(_ stand: PlanStand, below: [(records: PlanRecords, stand: PlanStand)]) {
        var carriers: [RecordID: [Carrier]] = [:]
        var plans: [Below] = []
        var all: [Carrier] = []
        let wanted = stand.lines.filter { $0.standing != .abandoned }
        let known = Set(wanted.map(\.record))
        for (records, own) in below {
            let carried = Dictionary(
                records.actions.map { ($0.record, known.intersection($0.fields["implements"]?.linked ?? [])) },
                uniquingKeysWith: { first, _ in first })
            // What was given up carries nothing out any more.
            let acting = own.lines.filter { $0.standing != .abandoned && carried[$0.record]?.isEmpty == false }
            for line in acting {
                let carrier = Carrier(plan: own.record, planName: own.name, line: line)
                all.append(carrier)
                for action in carried[line.record] ?? [] { carriers[action, default: []].append(carrier) }
            }
            let reached = acting.reduce(into: Set<RecordID>()) { $0.formUnion(carried[$1.record] ?? []) }
            plans.append(Below(plan: own.record, name: own.name, carriers: acting.count, carried: reached.count))
        }
        lines = wanted.map { Line(action: $0, carriers: carriers[$0.record] ?? []) }
        (self.plans, self.carriers) = (plans, all)
    }
}

extension PlanStand {
    /// Its number where it has one, else its title.
    package var name: String { reference ?? title }
}
