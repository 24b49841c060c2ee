using System.Reflection;
using Bench.Cli;
using Bench.Cli.Verbs;
using Xunit;

namespace Bench.Tests.Cli.Verbs;

/// <summary>The examples in the help of each verb are command lines that it takes.</summary>
public sealed class ExampleTests
{
    public static TheoryData<Type> Verbs { get; } = [.. VerbRunner.Verbs];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_has_at_least_two_examples_and_takes_each(Type verb)
    {
        var examples = verb.GetCustomAttributes<ExampleAttribute>().ToList();

        Assert.True(examples.Count >= 2, $"{verb.Name} has {examples.Count} examples");
        Assert.All(examples, example => Assert.Equal(verb, CommandLines.Parse(example.Arguments)?.GetType()));
    }
}
