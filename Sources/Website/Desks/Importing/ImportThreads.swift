import Dispatch

/// Threads of their own for imports: they wait for the disk and compute for minutes, and two that do so on the threads of
/// the server would stop it.
final class ImportThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "imports", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
