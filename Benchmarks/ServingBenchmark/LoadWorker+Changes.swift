import Foundation
import TestKit

extension LoadWorker {
    /// A request that changes something: the same again changes nothing more, since it carries a key.
    struct Change: Sendable {
        let kind: String
        let path: String
        let headers: [(String, String)]
        let body: [UInt8]
        /// The record that it corrects, with the version on which it rests; nil where it opens one.
        let corrected: (record: String, version: Int)?
    }

    mutating func setTask() {
        let id = UUID().uuidString.lowercased().replacing(#/^(.{14})./#) { "\($0.1)7" }
        let form = [
            ("shown", "1"), ("key", id), ("f.title", "Load \(number)"), ("effective", "2026-09"), ("act", "send"),
            formToken,
        ]
        send(
            Change(
                kind: "form: new task", path: "/work/new/task/set", headers: [("Content-Type", LoadWorker.formType)],
                body: Array(LoadWorker.encoded(form).utf8), corrected: nil))
    }

    /// On the version last heard of; who was late hears the newest one, and tries again another time.
    mutating func correct(_ record: String) {
        let key = UUID().uuidString.lowercased()
        let version = versions[record] ?? 1
        let body = #"{"effective":"2026-09","reason":"load","fields":{"reference":"L \#(key)"}}"#
        send(
            Change(
                kind: "call: correct", path: "/api/v1/case/\(record)/correct-open",
                headers: [
                    ("Content-Type", "application/json"), ("If-Match", "\"v\(version)\""), ("Idempotency-Key", key),
                ], body: Array(body.utf8), corrected: (record, version)))
    }

    /// Sends what went without an answer again, in the same words.
    mutating func askAgain() {
        let changes = unanswered
        unanswered = []
        isCutOff = false
        for change in changes { send(change) }
    }

    private mutating func send(_ change: Change) {
        let answer = measured(change.kind) { client, headers in
            try client.send("POST", change.path, headers + change.headers, body: change.body)
        }
        guard let answer else { return unanswered.append(change) }
        switch (answer.status, change.corrected) {
        case (303, nil): counts.opened.append(answer.headers["location"] ?? "")
        case (200, let (record, version)?):
            counts.changes[record, default: 0] += 1
            versions[record] = version + 1
        case (412, let (record, _)?):
            counts.conflicts += 1
            versions[record] = answer.text.matches(of: #/"version":\s*(\d+)/#).compactMap { Int($0.1) }.max()
        default: count(answer, change.kind)
        }
    }

    /// Reads all records that it was told it had opened.
    ///
    /// - Returns: Those that are not there.
    func missing() -> [String] {
        rest()
        return counts.opened.filter { path in (try? client.send("GET", path, headers))?.status != 200 }
    }
}
