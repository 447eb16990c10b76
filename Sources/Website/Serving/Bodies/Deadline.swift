/// Work that must be done within a time.
enum Deadline {
    /// - Parameter failure: What is thrown when the time is over; the work is cancelled then.
    static func within<Value: Sendable>(
        seconds: Int, else failure: any Error, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw failure }
            return value
        }
    }
}
