import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Every cell of the permission matrix asked of the whole house, through the interface for programs and through the
/// pages. One house for all, and one request after the other, so that the work of each answer can be counted.
@Suite(.serialized) struct HousePermissionTests {
    private static let made = Result { try PermissionHouse() }

    static var house: PermissionHouse { get throws { try made.get() } }

    /// Nobody's record: what is out of reach must be answered like it.
    static let nobody = "0193a1b2-0000-7000-8000-000000000001"

    /// Whether every specimen is tried on every path; without it each path has its share of them, so that no mechanism,
    /// state, relation or path goes untried and an ordinary run stays short.
    static let triesAll = ProcessInfo.processInfo.environment["PERMISSIONS"] == "all"
}

extension PermissionHouse {
    /// The specimens that a path is tried with: all of them, or every `stride`th from a place of the path's and the
    /// worker's own on, so that the workers together try more than any of them; and always every second of those that have
    /// identities, which are few.
    func specimens(stride: Int, from place: Int, for worker: Worker) -> [PermissionWorld.Specimen] {
        share(of: world.specimens, from: place, for: worker) {
            $0.mechanism.identityFields.isEmpty ? stride : min(2, stride)
        }
    }

    /// All, or of each kind every how many of it `stride` says, from a place of the worker's own on.
    func share<Element>(
        of all: [Element], from place: Int = 0, for worker: Worker, every stride: (Element) -> Int
    ) -> [Element] {
        if HousePermissionTests.triesAll { return all }
        let place = place + (Worker.all.firstIndex(of: worker) ?? 0)
        return all.enumerated().filter { offset, element in
            (offset + place) % stride(element) == 0
        }.map(\.element)
    }

    /// Records with which somebody may take a step, but not with all of their fields: one of each mechanism and situation. A
    /// form that asks for too much shows itself nowhere else.
    func withFieldsOutOfReach(
        of worker: Worker, besides sample: [PermissionWorld.Specimen]
    ) -> [PermissionWorld.Specimen] {
        var seen = Set(sample.map(\.record))
        var kinds: Set<String> = []
        return world.specimens.filter { specimen in
            guard let writing = expected.ceiling(worker, .write, of: specimen),
                let reading = expected.ceiling(worker, .read, of: specimen),
                specimen.mechanism.fields.contains(where: { $0.sensitivity > min(writing, reading) }),
                specimen.mechanism.transitions.contains(where: { step in
                    !step.opensRecord && step.by.contains(worker.function) && step.from.contains(specimen.state)
                })
            else { return false }
            return seen.insert(specimen.record).inserted
                && kinds.insert("\(specimen.mechanism.name) \(specimen.situation)").inserted
        }
    }

    /// Whether two ways to ask are answered alike. Now and then the ledger signs a checkpoint while it writes the refusal
    /// down, which costs statements of its own: what differs in the work alone is asked again, three times at most.
    func isSame(
        _ reply: Asker.Reply, as absent: Asker.Reply, again: (_ record: String) async throws -> Asker.Reply,
        _ record: String
    ) async throws -> Bool {
        if reply.isSame(as: absent) { return true }
        for _ in 1...3 where try await again(record).isSame(as: again(HousePermissionTests.nobody)) { return true }
        return false
    }

    /// Records of the world whose ids stand in an answer.
    func specimens(namedIn reply: Asker.Reply) -> [PermissionWorld.Specimen] {
        reply.text.split { !($0.isHexDigit || $0 == "-") }.compactMap { world.byRecord[String($0)] }
    }

    /// Texts of the world in an answer that the one who asked may not see there.
    func leaks(in reply: Asker.Reply, for worker: Worker) -> [String] {
        let text = reply.text
        guard text.contains("planted-") else { return [] }
        return text.components(separatedBy: "planted-").dropFirst().compactMap { piece in
            let text = piece.prefix { $0.isLetter && $0.isASCII || $0.isNumber || $0 == "-" }
            let words = text.split(separator: "-").map(String.init)
            guard let level = Sensitivity.allCases.first(where: { "\($0)" == words.first }),
                let specimen = words.last.flatMap({ world.byMark[$0] })
            else { return nil }
            let seen = [Action.read, .list].compactMap { expected.ceiling(worker, $0, of: specimen) }
            return seen.contains { $0 >= level } ? nil : "planted-\(text)"
        }
    }
}

extension PermissionWorld.Specimen {
    var place: String { "\(mechanism.name) \(state) \(situation)" }
    var address: String { "/api/v1/\(mechanism.name)/\(record)" }

    /// Names of the filled fields that a ceiling lets see, or the others.
    func fields(upTo ceiling: Sensitivity) -> Set<String> {
        filled.filter { name in mechanism.field(name).map { $0.sensitivity <= ceiling && !isApart($0) } ?? false }
    }

    /// The texts that were planted in it up to a level, or above it; the hash of a file is what it must be.
    func texts(_ isWanted: (Sensitivity) -> Bool) -> [String] {
        mechanism.fields.filter { field in
            filled.contains(field.name) && field.kind == .text && isWanted(field.sensitivity)
                && !(mechanism.name == "document" && field.name == "hash")
        }.map { "planted-\($0.sensitivity)-\(mechanism.name)-\($0.name)-\(mark)" }
    }
}
