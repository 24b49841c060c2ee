using Bench.RuntimeLanes;

[assembly: Toolchain("Made", "1.2", ["cp", "made.sh", "{built}/made.sh"], ["sh", "{built}/made.sh"])]

namespace Bench.Tests.Reference;

/// <summary>A lane of a runtime that is a small script; the seed says what is wrong with it.</summary>
public class MadeUpRuntime : Bench.RuntimeLanes.Pingpong;
