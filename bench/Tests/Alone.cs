using Xunit;

namespace Bench.Tests;

/// <summary>
/// Tests that look at what the whole process holds, or whose lanes need its ThreadPool to themselves: they run after all others, one by one.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
