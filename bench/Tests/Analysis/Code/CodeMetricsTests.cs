using Bench.Analysis.Code;
using Bench.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Bench.Tests.Analysis.Code;

/// <summary>Each expected figure is counted by hand.</summary>
public sealed class CodeMetricsTests
{
    [Fact]
    public void A_small_class_is_counted_as_by_hand()
    {
        var metrics = Of(
            """
            using System;

            namespace N; // a comment

            public class C
            {
                private readonly object _lock = new();
                private int _count;

                public int Next(int most)
                {
                    lock (_lock)
                    {
                        if (_count < most && most > 0)
                        {
                            return ++_count;
                        }
                    }

                    return 0;
                }
            }
            """
        );

        Assert.Equal(4, metrics.Statements); // lock, if, return, return
        Assert.Equal(3, metrics.Cyclomatic); // the method, if, &&
        Assert.Equal(2, metrics.Nesting); // lock, if
        Assert.Equal(1, metrics.MutableFields); // _count
        Assert.Equal(["lock"], metrics.Primitives);
    }

    [Fact]
    public void Layout_comments_and_directives_count_nowhere()
    {
        var plain = Of("class C { int F() { return 1; } }");
        var airy = Of(
            """
            using System.Threading;
            // F is one.
            class C
            {
                /// <summary>One.</summary>
                int F()
                {
                    return 1;
                }
            }
            """
        );

        Assert.Equal(13, plain.Tokens); // class C { int F ( ) { return 1 ; } }
        Assert.Equal(plain with { Primitives = [] }, airy with { Primitives = [] });
        Assert.Empty(airy.Primitives);
    }

    [Theory]
    [InlineData("int F() => 1;", "int F() { return 1; }")]
    [InlineData("Func<int> F = () => 1;", "Func<int> F = () => { return 1; };")]
    public void A_body_that_is_an_expression_is_the_statement_that_it_stands_for(string one, string other) =>
        Assert.Equal(Of($"class C {{ {one} }}").Statements, Of($"class C {{ {other} }}").Statements);

    [Theory]
    [InlineData("if (a) { } else if (b) { } else { }", 3)]
    [InlineData("for (;;) { while (a) { do { } while (b); } }", 4)]
    [InlineData("foreach (var x in y) { }", 2)]
    [InlineData("switch (a) { case 1: break; case > 2: break; default: break; }", 3)]
    [InlineData("var x = a switch { 1 => 2, _ => 3 };", 2)]
    [InlineData("try { } catch (Exception) { } finally { }", 2)]
    [InlineData("var x = a ? b : c ?? d;", 3)]
    [InlineData("x ??= y;", 2)]
    [InlineData("int G() { return 1; }", 2)]
    [InlineData("Run(() => { });", 1)]
    public void Each_branch_and_each_function_counts_one(string body, int expected) =>
        Assert.Equal(expected, Of($"class C {{ void F() {{ {body} }} }}").Cyclomatic);

    [Theory]
    [InlineData("if (a) { } else if (b) { } else if (c) { }", 1)]
    [InlineData("if (a) { if (b) { } }", 2)]
    [InlineData("try { lock (a) { Run(() => { if (b) { } }); } } finally { }", 4)]
    public void Nesting_is_that_of_the_deepest_place(string body, int expected) =>
        Assert.Equal(expected, Of($"class C {{ void F() {{ {body} }} }}").Nesting);

    [Theory]
    [InlineData("int _a; readonly int _b; const int C1 = 1; int _d, _e;", 3)]
    [InlineData("int A { get; set; } int B { get; init; } int D { get; } int E { get => 1; set { } }", 1)]
    public void Only_what_can_be_set_later_is_mutable(string members, int expected) =>
        Assert.Equal(expected, Of($"class C {{ {members} }}").MutableFields);

    [Fact]
    public void Parts_of_one_primitive_are_one_and_generic_names_are_known()
    {
        var metrics = Of(
            """
            class C
            {
                ChannelReader<int> _in; ChannelWriter<int> _out;
                async ValueTask F() { await Task.Run(() => _out.TryWrite(Interlocked.Increment(ref _n))); }
                void G() { actor.Tell(1); Monitor.Pulse(this); }
            }
            """
        );

        Assert.Equal(["Channel", "Interlocked", "Monitor", "Task", "Tell", "await"], metrics.Primitives);
    }

    [Fact]
    public void A_models_library_adds_its_own_primitives()
    {
        const string text =
            "class A { void F() { _block.LinkTo(_next, new DataflowLinkOptions()); lock (this) { } } }";
        var model = new ModelFacts("m", "M", "M.")
        {
            Primitives = [new("LinkTo", ["LinkTo", "DataflowLinkOptions"])],
        };

        Assert.Equal(["lock"], Of(text).Primitives);
        Assert.Equal(["LinkTo", "lock"], Of(text, ConcurrencyPrimitives.Of(model)).Primitives);
    }

    [Theory]
    [InlineData("void F() { using var unit = Units.Enter(); Work(); }", "void F() { Work(); }")]
    [InlineData("void F() => lane.Units.Started(); void G() { Work(); }", "void G() { Work(); }")]
    [InlineData("void F() { lane.Units.Ended(); } void G() { Work(); }", "void G() { Work(); }")]
    [InlineData(
        "void F() { switch (m) { case int: Work(); break; case Started: lane.Units.Started(); break; } }",
        "void F() { switch (m) { case int: Work(); break; } }"
    )]
    public void What_only_tells_the_suite_of_units_is_not_counted(string with, string without)
    {
        var (one, other) = (Of($"class C {{ {with} }}"), Of($"class C {{ {without} }}"));

        Assert.Equal(
            (other.Statements, other.Tokens, other.Cyclomatic),
            (one.Statements, one.Tokens, one.Cyclomatic)
        );
    }

    [Fact]
    public void A_lock_and_the_Lock_that_it_takes_are_one_primitive() =>
        Assert.Equal(
            ["lock"],
            Of("class C { readonly Lock _lock = new(); void F() { lock (_lock) { } } }").Primitives
        );

    [Fact]
    public void Several_files_are_counted_together()
    {
        var one = new SourceFile("a.cs", "class A { int _x; void F() { lock (this) { } } }");
        var other = new SourceFile("b.cs", "class B { void F() { if (a) { if (b) { } } } }");

        var both = CodeMetrics.Of([one, other], ConcurrencyPrimitives.Known);
        var first = CodeMetrics.Of([one], ConcurrencyPrimitives.Known);
        var second = CodeMetrics.Of([other], ConcurrencyPrimitives.Known);

        Assert.Equal(first.Statements + second.Statements, both.Statements);
        Assert.Equal(first.Tokens + second.Tokens, both.Tokens);
        Assert.Equal(first.Cyclomatic + second.Cyclomatic, both.Cyclomatic);
        Assert.Equal(2, both.Nesting);
        Assert.Equal(1, both.MutableFields);
        Assert.Equal(["lock"], both.Primitives);
    }

    private static CodeMetrics Of(string text, ConcurrencyPrimitives? known = null)
    {
        var errors = CSharpSyntaxTree
            .ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        return CodeMetrics.Of([new("test.cs", text)], known ?? ConcurrencyPrimitives.Known);
    }
}
