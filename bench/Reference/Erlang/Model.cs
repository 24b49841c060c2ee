using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;

[assembly: Model(
    "erlang",
    "Erlang processes",
    "Real Erlang processes and messages, on which Elixir's actors run too: a program of the BEAM does the work in a process of its own and is measured from here.",
    OnRequest = true,
    Code = "src/{id}.erl"
)]
[assembly: Toolchain(
    "Erlang",
    "25",
    ["erlc", "-o", "{built}", "{sources}"],
    ["erl", "+P", "2000000", "-noshell", "-pa", "{built}", "-s", "bench", "main"]
)]
[assembly: NotWritten(
    "Not written for this runtime: reference lanes exist for the seven workloads that the article's claims of goroutines, Java's threads and Elixir's actors rest on."
)]
[assembly: NotANaturalFit(
    "pipeline",
    "What the stages compute is 64-bit mixing, for which the BEAM has no machine arithmetic: every round makes big integers and takes some 75 times as long as elsewhere, so that would be measured and not the hand-over."
)]
