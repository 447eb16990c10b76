// Fifty people and programs at a register for some minutes, over loopback, beside the smallest page of the framework.
//
// Goals, in order: (1) no error and no lost update, counted from what clients were told; (2) how long the slowest one
// in a hundred waits, as a ratio to the bare page in the same run: the machine is never the same twice; (3) throughput.
//
// Takes `bare PORT`, which serves that page until it is ended; `load PORT BARE-PORT SIGN-INS.csv SECONDS WORKERS`; or
// `kills PORT PROGRAM REGISTER KILLS WORKERS`, which starts the house itself and kills it so often.
// Ends with 3 where there was an error, or something acknowledged was lost.

import Foundation

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "bare" where arguments.count == 3:
    try await BarePage(port: Int(arguments[2]) ?? 0).serve()
case "load" where arguments.count == 7:
    let plan = LoadPlan(
        port: Int(arguments[2]) ?? 0, barePort: Int(arguments[3]) ?? 0, seconds: Int(arguments[5]) ?? 20,
        workers: Int(arguments[6]) ?? 50)
    let report = try LoadRun(plan: plan, signIns: SignIn.all(at: arguments[4])).run()
    print(report.text)
    exit(report.isSound ? 0 : 3)
case "kills" where arguments.count == 7:
    let plan = LoadPlan(port: Int(arguments[2]) ?? 0, barePort: 0, seconds: 0, workers: Int(arguments[6]) ?? 50)
    let outcome = try KillRun(
        plan: plan, signIns: SignIn.all(at: "\(arguments[4])/sign-ins.csv"),
        house: HouseProcess(program: arguments[3], register: arguments[4], port: plan.port),
        kills: max(1, Int(arguments[5]) ?? 20)
    ).run()
    print(outcome.text)
    exit(outcome.isSound ? 0 : 3)
default:
    print(
        "Takes `bare PORT`, `load PORT BARE-PORT SIGN-INS.csv SECONDS WORKERS`, "
            + "or `kills PORT PROGRAM REGISTER KILLS WORKERS`.")
    exit(2)
}
