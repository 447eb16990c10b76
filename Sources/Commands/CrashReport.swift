import Glibc

/// What the program leaves behind when it dies: the way that led there, and nothing of what it was working on.
///
/// The runtime's own report says what lies in memory where the registers point, which may be somebody's name; a core
/// dump is the whole memory.
package enum CrashReport {
    private static let setting = "SWIFT_BACKTRACE"

    /// Begins again under settings that leave memory out: the runtime reads them before anything of ours runs.
    ///
    /// Returns where they hold already, or cannot be set; then the report is as the runtime makes it.
    package static func leaveOutMemory() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        let before = getenv(setting).map { String(cString: $0) } ?? ""
        guard !before.contains("registers=") else { return }
        setenv(setting, before.isEmpty ? "registers=none" : before + ",registers=none", 1)
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard readlink("/proc/self/exe", &path, path.count - 1) > 0 else { return }
        execv(path, CommandLine.unsafeArgv)
    }
}
