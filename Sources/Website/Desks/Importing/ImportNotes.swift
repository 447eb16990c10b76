import Foundation
import Intake
import Mechanisms
import Synchronization
import Vocabulary

/// What an import has said so far: how far it is, what it found, and the rows to correct.
final class ImportNotes: Sendable {
    /// Findings that can be taken along; beyond, only their number is kept.
    static let mostFindings = 200_000

    private struct State {
        var progress: ImportProgress?
        var findings = 0
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let findings: SealedLog
    /// The file of rows to correct, as it grows.
    let heldBack: SealedLog

    /// - Throws: ``WebsiteFailure/spoolUnusable(reason:)``.
    init(folder: URL) throws(WebsiteFailure) {
        findings = try SealedLog(folder: folder)
        heldBack = try SealedLog(folder: folder)
    }

    var progress: ImportProgress? { state.withLock(\.progress) }
    var count: Int { state.withLock(\.findings) }

    /// What an import tells.
    ///
    /// - Parameter words: What the file of held-back rows says of a finding.
    func listener(_ words: @escaping (Finding) -> String) -> ImportListener {
        ImportListener(
            progress: { progress in self.state.withLock { $0.progress = progress } },
            finding: { self.take($0) },
            heldBack: { bytes in
                if let failure = self.state.withLock(\.failure) { throw failure }
                try self.heldBack.append(bytes)
            }, words: words)
    }

    /// Keeps a finding; a disk that takes no more is told with the next held-back row.
    private func take(_ finding: Finding) {
        let place = state.withLock { state in
            state.findings += 1
            return state.findings
        }
        guard place <= ImportNotes.mostFindings else { return }
        do { try findings.append(Array((finding.line.text() + "\n").utf8)) } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// The first findings, read on a thread that may wait.
    func first(_ most: Int) throws -> [Finding] {
        var found: [Finding] = []
        var rest: [UInt8] = []
        var number = 0
        while found.count < most {
            let stretch = try findings.stretch(number)
            if stretch.isEmpty { break }
            rest += stretch
            let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            found += lines.dropLast().prefix(most - found.count).compactMap { Finding(line: Array($0)) }
            rest = Array(lines.last ?? [])
            number += 1
        }
        return found
    }

    /// Gives the findings one after the other until `take` wants no more.
    func eachFinding(_ take: (Finding) async throws -> Bool) async throws {
        var rest: [UInt8] = []
        var number = 0
        while true {
            let next = number
            let stretch = try await Waiting.run { try self.findings.stretch(next) }
            if stretch.isEmpty { return }
            rest += stretch
            let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for line in lines.dropLast() {
                guard let finding = Finding(line: Array(line)) else { continue }
                guard try await take(finding) else { return }
            }
            rest = Array(lines.last ?? [])
            number += 1
        }
    }
}

extension Finding {
    fileprivate var line: JSON {
        .array(
            [
                .text(code), .text(weight.rawValue), place.row.map { .number($0) } ?? .null,
                place.column.map { .text($0) } ?? .null, .text(message), .text(remedy),
            ] + about.map { .text($0) })
    }

    fileprivate init?(line: [UInt8]) {
        guard case .array(let cells)? = try? JSONReader.read(line), cells.count >= 6 else { return nil }
        func text(_ place: Int) -> String? { if case .text(let text) = cells[place] { text } else { nil } }
        guard let code = text(0), let weight = text(1).flatMap({ Weight(rawValue: $0) }) else { return nil }
        var row: Int?
        if case .number(let number) = cells[2] { row = number }
        self.init(
            code: code, weight: weight, place: Place(row: row, column: text(3)), message: text(4) ?? "",
            remedy: text(5) ?? "", about: cells.indices.dropFirst(6).compactMap { text($0) })
    }
}
