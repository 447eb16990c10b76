import Linkage

/// What tags cost: the first key of an exchange, the second, and a shared key; CPU microseconds a tag.
enum ExchangeCost {
    static func measured(persons: Int) throws -> [(name: String, microseconds: Double)] {
        let header = ["given", "family", "born"]
        let rows = (0..<persons).map {
            ["given\($0 * 7919 % 997)", "family\($0)", "19\(10 + $0 % 90)-0\(1 + $0 % 9)-1\($0 % 10)"]
        }
        var builder = try TableBuilder(
            ColumnRoles(parsing: "given=given,family=family,birth=born"), header: header, samples: rows)
        try builder.beginSource(header: header)
        for row in rows { builder.append { row[$0] } }
        let keys = try MatchKeys(builder.finish(), persons: Array(0..<persons))
        let terms = try Terms(project: "benchmark", legalBasis: "none needed", consent: "nobody", purpose: "measuring")
        let (own, other) = (
            try RunKey(.exchange, terms: terms, parties: 2), try RunKey(.exchange, terms: terms, parties: 2)
        )
        var generator = SystemRandomNumberGenerator()
        let tags = Double(persons * keys.slotCount) / 1e6
        func cost(_ body: () throws -> Void) rethrows -> Double {
            let start = processorSeconds()
            try body()
            return (processorSeconds() - start) / tags
        }
        let shared = try cost {
            _ = try PacketMaker(RunKey(.shared, terms: terms), agency: "a").packet(of: keys, using: &generator)
        }
        var made: CodePacket?
        let first = try cost { made = try PacketMaker(own, agency: "a").packet(of: keys, using: &generator).packet }
        let second = try cost { _ = try made?.raised(by: other) }
        return [("a shared key", shared), ("the first key of an exchange", first), ("the second", second)]
    }
}
