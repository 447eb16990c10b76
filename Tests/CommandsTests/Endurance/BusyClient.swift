import Foundation
import Mechanisms
import NumericMethods
import TestKit
import Vocabulary

/// One client that opens, corrects, reads and lists, until the house no longer answers.
struct BusyClient {
    /// A record that it opened, and the version that it last heard of.
    private struct Known {
        let record: String
        var version: Int
    }

    let number: Int
    let round: Int
    let person: ServedPerson
    let acknowledged: Acknowledged
    private let client: LoopbackClient
    private var random: SeededGenerator
    private var known: [Known] = []
    private var count = 0

    init(_ number: Int, round: Int, of house: ServedHouse, as person: ServedPerson, _ acknowledged: Acknowledged) {
        self.number = number
        self.round = round
        self.person = person
        self.acknowledged = acknowledged
        client = house.client()
        random = SeededGenerator(seed: UInt64(round * 100 + number))
    }

    /// Returns when an answer was lost.
    mutating func work() {
        while true {
            do {
                switch Int.random(in: 0..<10, using: &random) {
                case 0...2: try open()
                case 3...5: try correct()
                case 6: try setTask()
                case 7: try read("/work")
                case 8: try read("/api/v1/person?limit=20")
                default: try read(known.last.map { "/work/record/\($0.record)" } ?? "/work/list/person")
                }
            } catch { return }
        }
    }

    private mutating func next() -> (mark: String, key: String) {
        count += 1
        return ("mark-\(round)-\(number)-\(count)", "key-\(round)-\(number)-\(count)-0000000000")
    }

    private mutating func open() throws(LoopbackClient.Lost) {
        let (mark, key) = next()
        let body = #"{"effective":"2026","reason":"\#(mark)","fields":{"given-name":"\#(mark)","sex":"female"}}"#
        let change = Acknowledged.Change(
            mark: mark, path: "/api/v1/person", headers: person.program(key: key), body: Array(body.utf8))
        if let written = try BusyClient.send(change, client, acknowledged) {
            known.append(Known(record: written.record, version: written.version))
        }
    }

    private mutating func correct() throws(LoopbackClient.Lost) {
        guard !known.isEmpty else { return }
        let place = Int.random(in: 0..<known.count, using: &random)
        let (mark, key) = next()
        let sex = known[place].version % 2 == 0 ? "female" : "male"
        let body = #"{"effective":"2026","reason":"\#(mark)","fields":{"sex":"\#(sex)"}}"#
        let change = Acknowledged.Change(
            mark: mark, path: "/api/v1/person/\(known[place].record)/correct",
            headers: person.program(key: key, version: known[place].version), body: Array(body.utf8))
        if let written = try BusyClient.send(change, client, acknowledged) { known[place].version = written.version }
    }

    /// Through the form, as somebody at a browser does.
    private mutating func setTask() throws(LoopbackClient.Lost) {
        let (mark, _) = next()
        let id = RecordID(at: Timestamp(milliseconds: 1_790_000_000_000), using: &random)
        let change = Acknowledged.Change(
            mark: mark, path: "/work/new/task/set", headers: person.browser,
            body: person.form([
                ("shown", "1"), ("key", id.description), ("f.title", mark), ("effective", "2026-09"),
                ("reason", mark), ("act", "send"),
            ]))
        _ = try BusyClient.send(change, client, acknowledged)
    }

    private func read(_ path: String) throws(LoopbackClient.Lost) {
        let headers = path.hasPrefix("/api") ? person.program() : person.browser
        let answer = try client.send("GET", path, headers)
        if answer.status == 200 { acknowledged.read() } else { acknowledged.surprise("\(path): \(answer.status)") }
    }

    /// Sends a change and keeps what became of it.
    ///
    /// - Returns: The record and its version; nil where a form was sent, or it was refused.
    static func send(
        _ change: Acknowledged.Change, _ client: LoopbackClient, _ acknowledged: Acknowledged
    ) throws(LoopbackClient.Lost) -> (record: String, version: Int)? {
        let answer: LoopbackClient.Answer
        do throws(LoopbackClient.Lost) {
            answer = try client.send("POST", change.path, change.headers, body: change.body)
        } catch {
            acknowledged.lose(change)
            throw error
        }
        if answer.status == 303 {
            acknowledged.write(change.mark, version: 1)
            return nil
        }
        let written = try? #/"record":\s*"([0-9a-f-]{36})".*"version":\s*(\d+)/#.dotMatchesNewlines()
            .firstMatch(in: answer.text)
        guard [200, 201].contains(answer.status), let written, let version = Int(written.2) else {
            acknowledged.surprise("\(change.path): \(answer.status) \(answer.text.prefix(300))")
            return nil
        }
        acknowledged.write(change.mark, version: version)
        return (String(written.1), version)
    }
}
