import Ledger
import Vocabulary

extension Accounts {
    /// Failures older than this are forgotten.
    private static let memory = AccountSettings.day

    /// Within a transaction: until when one of these buckets is held off; nil where all may try.
    ///
    /// The first refusal of each such while is noted for the ledger; the others would only fill it.
    func heldOff(
        _ buckets: [AttemptBucket], at now: Timestamp, _ connection: any StoreConnection,
        _ entries: inout [AccessEntry]
    ) throws -> AccountRefusal? {
        var latest: Timestamp?
        for bucket in buckets {
            guard var counted = try counted(bucket, connection) else { continue }
            if counted.lastAt > now {
                // The clock was set back: a lock must not last until it has caught up again.
                counted.lastAt = now
                try keep(counted, bucket, connection)
            }
            let until = counted.lastAt.adding(bucket.rule.delay(after: counted.failures))
            guard until > now else { continue }
            latest = max(latest ?? until, until)
            if counted.notedAt == nil {
                counted.notedAt = now
                try keep(counted, bucket, connection)
                entries.append(AccessEntry(.heldOff, by: AccessEntry.nobody, ["failures": String(counted.failures)]))
            }
        }
        return latest.map { .heldOff(until: $0) }
    }

    /// Until when one of these buckets is held off, for those who look on; nil where all may try.
    func held(_ buckets: [AttemptBucket], at now: Timestamp, _ connection: any StoreConnection) throws -> Timestamp? {
        try buckets.compactMap { bucket in
            try counted(bucket, connection).map { min($0.lastAt, now).adding(bucket.rule.delay(after: $0.failures)) }
        }.filter { $0 > now }.max()
    }

    func countFailure(_ buckets: [AttemptBucket], at now: Timestamp, _ connection: any StoreConnection) throws {
        try connection.execute(AttemptTable.deleteBefore, [.moment(now.adding(-Accounts.memory))])
        for bucket in buckets {
            let failures = try counted(bucket, connection)?.failures ?? 0
            try keep(Counted(failures: failures + 1, lastAt: now, notedAt: nil), bucket, connection)
        }
    }

    func forgetFailures(_ buckets: [AttemptBucket], _ connection: any StoreConnection) throws {
        for bucket in buckets { try connection.execute(AttemptTable.delete, [.bytes(bucket.token(keys))]) }
    }

    /// After a success: what it counted for itself beforehand. An address keeps what others failed from there.
    func forgive(_ buckets: [AttemptBucket], _ connection: any StoreConnection) throws {
        for bucket in buckets {
            if case .address = bucket {
                guard var counted = try counted(bucket, connection) else { continue }
                counted.failures = max(0, counted.failures - 1)
                try keep(counted, bucket, connection)
            } else {
                try forgetFailures([bucket], connection)
            }
        }
    }

    private struct Counted {
        var failures: Int
        var lastAt: Timestamp
        var notedAt: Timestamp?
    }

    private func counted(_ bucket: AttemptBucket, _ connection: any StoreConnection) throws -> Counted? {
        try connection.first(AttemptTable.select, [.bytes(bucket.token(keys))]) { row in
            Counted(
                failures: Int(row.integer(0)), lastAt: try row.moment(1, table: "attempt"),
                notedAt: try row.optionalMoment(2, table: "attempt"))
        }
    }

    private func keep(_ counted: Counted, _ bucket: AttemptBucket, _ connection: any StoreConnection) throws {
        try connection.execute(
            AttemptTable.upsert,
            [
                .bytes(bucket.token(keys)), .integer(Int64(counted.failures)), .moment(counted.lastAt),
                .optional(counted.notedAt?.description),
            ])
    }
}
