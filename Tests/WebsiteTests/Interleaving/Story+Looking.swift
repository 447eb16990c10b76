import Ledger
import Mechanisms
import Registry
import Vocabulary

@testable import Website

extension Story {
    /// Opens something that could be sent. Who holds three things lets the oldest go, unless an answer is missing.
    func look(_ visitor: Int, _ dice: inout Dice) async throws {
        if held[visitor].count >= 3, let oldest = held[visitor].firstIndex(where: { $0.request == nil }) {
            held[visitor].remove(at: oldest)
        }
        let place = dice.number(0...9)
        switch place {
        case 0...3: try await look(visitor, at: subjects.matter, "case", nil, &dice)
        case 4...5: try await look(visitor, at: subjects.matter, "case", ["start", "hold", "close", "reopen"], &dice)
        case 6...7: try await look(visitor, at: subjects.person, "person", nil, &dice)
        case 8: try await lookAtNew(visitor, &dice)
        default: try await look(visitor, at: subjects.matter, "case", ["hand-over"], &dice)
        }
    }

    /// - Parameter steps: Nil for a correction.
    private func look(
        _ visitor: Int, at record: RecordID, _ mechanism: String, _ steps: [String]?, _ dice: inout Dice
    ) async throws {
        let state = try house.ledger.record(record)?.state ?? ""
        let offered = house.registry.book.mechanism(mechanism)?.transitions.filter { step in
            step.from.contains(state) && (steps?.contains(step.name) ?? step.isCorrection)
        }
        guard let step = dice.one(of: offered ?? []) else { return }
        var intention = intend(visitor, mechanism, step.name, record)
        intention.edited = edits(step.name, mechanism, intention.mark, &dice)
        if isProgram(visitor) {
            let heard = try await ask(.call("/\(mechanism)/\(record)", as: posts[visitor]))
            guard heard.status == 200, let version = heard.tag.flatMap({ Int($0.dropFirst(2).dropLast()) }) else {
                return
            }
            if step.name == "hand-over" { intention.edited["owner"] = [WorkbenchSamples.id(2).description] }
            intentions.append(intention)
            held[visitor].append(
                Held(
                    intention: intentions.count - 1, path: "/\(mechanism)/\(record)/\(step.name)", form: nil,
                    version: version, key: nextKey()))
        } else {
            let path = "/work/record/\(record)/"
            try await hold(
                visitor, path + (step.name == "hand-over" ? step.name : "step/\(step.name)"), &intention, &dice)
        }
    }

    private func lookAtNew(_ visitor: Int, _ dice: inout Dice) async throws {
        let isTask = dice.chance(50)
        var intention = intend(visitor, isTask ? "task" : "case", isTask ? "set" : "open", nil)
        intention.edited =
            isTask ? ["title": [intention.mark]] : ["reference": [intention.mark], "phenomenon": ["smuggling"]]
        guard isProgram(visitor) else {
            return try await hold(
                visitor, "/work/new/\(intention.mechanism)/\(intention.transition)", &intention, &dice)
        }
        intentions.append(intention)
        held[visitor].append(
            Held(
                intention: intentions.count - 1, path: "/\(intention.mechanism)", form: nil, version: 0,
                key: nextKey()))
    }

    private func intend(
        _ visitor: Int, _ mechanism: String, _ transition: String, _ record: RecordID?
    ) -> Intention {
        Intention(
            mark: "mark-\(seed)-\(begin)-\(intentions.count)", post: posts[visitor], mechanism: mechanism,
            transition: transition, record: record)
    }

    private func edits(
        _ step: String, _ mechanism: String, _ mark: String, _ dice: inout Dice
    ) -> [String: [String]] {
        switch (mechanism, step) {
        case ("case", "close"): return ["close-reason": ["assistance-completed"]]
        case ("case", "start"), ("case", "hold"), ("case", "reopen"), ("case", "hand-over"): return [:]
        case ("case", _):
            var edits = ["reference": [mark]]
            if dice.chance(50) { edits["opened-on"] = ["2026-0\(dice.number(1...8))"] }
            if dice.chance(30) { edits = ["phenomenon": [dice.chance(50) ? "smuggling" : "undetermined"]] }
            return edits
        default:
            return dice.chance(60) ? ["family-name": [mark]] : ["birth-year": [String(dice.number(1960...2010))]]
        }
    }

    /// Opens the form and writes into it.
    private func hold(
        _ visitor: Int, _ path: String, _ intention: inout Intention, _ dice: inout Dice
    ) async throws {
        let heard = try await ask(.page(path, as: posts[visitor]))
        // Signed out: they sign in again, and look another time.
        if heard.status == 303 { house.desk.begin(posts[visitor]) }
        guard heard.status == 200 else { return }
        var form = FilledForm(heard.body)
        for (field, texts) in intention.edited { form["f.\(field)"] = texts }
        form["reason"] = [intention.mark]
        if intention.transition == "hand-over" { addReceiver(to: &form, &intention, visitor, &dice) }
        intentions.append(intention)
        held[visitor].append(
            Held(
                intention: intentions.count - 1, path: path, form: form,
                version: form["version"].first.flatMap { Int($0) } ?? 0, key: form["key"].first ?? ""))
    }

    private func addReceiver(
        to form: inout FilledForm, _ intention: inout Intention, _ visitor: Int, _ dice: inout Dice
    ) {
        let receiver: WorkbenchSamples.Post = posts[visitor].house == WorkbenchSamples.id(1) ? .authority : .caseworker
        form["receiver"] = [receiver.id.description]
        form["f.basis"] = ["consent"]
        form["f.consent"] = [subjects.consent.description]
        form["f.expires-on"] = ["2026-12-31"]
        if dice.chance(30) { form["f.records"] = [] }
        intention.along = form["f.records"]
    }

    /// The call of the interface that carries it out.
    func call(for kept: Held, of visitor: Int) -> Asked {
        let intention = intentions[kept.intention]
        let fields = intention.edited.mapValues { texts in
            texts.first.flatMap { Int($0) }.map(JSON.number) ?? .text(texts.first ?? "")
        }
        let object = JSON.object(fields.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value) })
        let body = JSON.members([
            "effective": .text("2026-09"), "reason": .text(intention.mark), "fields": object,
        ])
        return .call(
            kept.path, as: posts[visitor], body,
            version: intention.record == nil ? nil : kept.version, key: kept.key)
    }
}
