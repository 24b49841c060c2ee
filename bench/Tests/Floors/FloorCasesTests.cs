using System.Reflection;
using Bench.Cli;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Floors;

/// <summary>The public forms: found by type, known to nothing that lists or ranks, each beside the lane that it is held against.</summary>
[Collection(Alone.Name)]
public sealed class FloorCasesTests
{
    private static readonly string[] s_models = ["actors", "channels", "tasks", "threads"];
    private static readonly Models s_all = Models.Load();
    private static readonly FloorBook s_book = FloorBook.Of(s_all, []);
    private static readonly IReadOnlyList<Lane> s_forms = Lanes.Of(Assembly.Load("Floors"));

    public static TheoryData<string> Forms => [.. s_forms.Select(form => form.Type.Name)];

    [Fact]
    public void Every_model_of_the_article_is_held_against_a_form_in_every_pattern_and_actors_in_ask() =>
        Assert.Equal(
            [
                .. new[] { "ping-pong", "tell", "spawn", "skynet", "1p1c", "mpmc" }
                    .SelectMany(pattern => s_models.Select(model => $"{pattern}/{model}"))
                    .Append("ask/actors")
                    .Order(StringComparer.Ordinal),
            ],
            Arms(FloorRole.Form)
                .Where(arm => arm.Aside is null)
                .Select(arm => $"{arm.Pattern}/{arm.Model}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Lane_and_form_are_asked_the_same()
    {
        foreach (var form in s_book.Cases.Where(item => item.Arm.Role == FloorRole.Form))
        {
            var lane = s_book.Cases.Single(item =>
                item.Arm.Role == FloorRole.Lane
                && item.Arm.Pattern == form.Arm.Pattern
                && item.Arm.Model == form.Arm.Model
            );

            Assert.Equal(lane.Planned.Parameters, form.Planned.Parameters);
            Assert.Equal(lane.Planned.Workload, form.Planned.Workload);
            Assert.Equal(lane.Planned.LimitSeconds, form.Planned.LimitSeconds);
        }
    }

    [Fact]
    public void What_recording_costs_is_measured_where_every_operation_is_timed() =>
        Assert.Equal(
            ["1p1c", "ping-pong"],
            Arms(FloorRole.Recorded).Select(arm => arm.Pattern).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_case_can_be_set_up_and_has_an_id_of_its_own()
    {
        Assert.Equal(s_book.Cases.Count, s_book.Cases.Select(item => item.Planned.Case).Distinct().Count());
        Assert.All(
            s_book.Cases,
            item => s_all.Lanes.Concat(s_forms).Single(lane => lane.Is(item.Planned)).Create(item.Planned, 1)
        );
    }

    [Fact]
    public void No_model_has_them() =>
        Assert.DoesNotContain(s_all.Lanes, lane => lane.Type.Assembly.GetName().Name == "Floors");

    [Fact]
    public void They_are_in_no_preset() =>
        Assert.All(
            s_forms,
            form => Assert.Empty(form.Cases(Presets.Smoke | Presets.Quick | Presets.Standard | Presets.Full))
        );

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_says_whose_it_is_and_is_correct(string type)
    {
        var form = s_forms.Single(form => form.Type.Name == type);
        var mark = form.Type.GetCustomAttribute<FormAttribute>()!;
        var readme = File.ReadAllText(Path.Combine(House.Bench, "Floors", "README.md"));

        Assert.Contains(mark.Model, s_models);
        Assert.StartsWith("https://github.com/", mark.PublicCode, StringComparison.Ordinal);
        Assert.StartsWith($"{mark.Model}-", form.Variant, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(House.Root, form.Source)), form.Source);
        Assert.Contains($"{type}.cs", readme, StringComparison.Ordinal);
        Assert.All(mark.Patterns, pattern => Assert.Empty(ProblemsOf(form, pattern)));
    }

    // Timed where that can be chosen, for then every item is looked at; and small.
    private static IReadOnlyList<string> ProblemsOf(Lane form, string pattern)
    {
        var asked = Patterns.All.Single(item => item.Facts.Id == pattern).ParametersFor("threads");
        var small = new ParameterSet(
            asked
                .Where(item => item.Key != "timed")
                .Select(item =>
                    item.Key switch
                    {
                        "playMilliseconds" or "buildMilliseconds" => new(item.Key, "5"),
                        "units" => new(item.Key, "100"),
                        "leaves" => new(item.Key, "100"),
                        "burstItems" => new(item.Key, "2000"),
                        _ => item,
                    }
                )
        );
        var planned = form.With(small, 30);
        var workload = form.Create(planned, 1);
        workload.BeginProcess();
        for (var iteration = 0; iteration <= workload.WarmUpIterations; iteration++)
        {
            workload.BeginIteration();
            workload.Run();
            workload.EndIteration();
        }

        workload.EndProcess();
        Assert.True(workload.ToSample(planned).Operations is { Completed: > 0, AddUp: true });
        return workload.Violations;
    }

    private static IEnumerable<FloorArm> Arms(string role) =>
        s_book.Cases.Select(item => item.Arm).Where(arm => arm.Role == role);
}
