import Foundation

/// Where and how long.
struct LoadPlan: Sendable {
    let port: Int
    let barePort: Int
    let seconds: Int
    let workers: Int
    /// Records that workers of one body write to at the same time.
    let contested = 8
}

/// A line of a demo's `sign-ins.csv`.
struct SignIn: Sendable {
    let name: String
    let password: String
    let body: String

    /// Those of caseworkers: they read and write.
    static func all(at path: String) throws -> [SignIn] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",").map(String.init)
            guard cells.count == 4, cells[2] == "caseworker" else { return nil }
            return SignIn(name: cells[0], password: cells[1], body: cells[3])
        }
    }
}
