using Microsoft.Bot.Builder;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class TurnStateTests
{
    private readonly TurnContextStateCollection _state = [];

    [Fact]
    public void Without_a_name_the_types_full_name_is_the_name()
    {
        var value = new Version(1, 2);
        _state.Add(value);

        _state["System.Version"].ShouldBeSameAs(value);
        _state.Get<Version>().ShouldBeSameAs(value);
    }

    [Fact]
    public void Names_are_found_whatever_their_case()
    {
        _state.Set("Name", "value");

        _state.Get<string>("nAME").ShouldBe("value");
    }

    [Fact]
    public void A_missing_value_and_one_of_another_type_are_null()
    {
        _state.Set("name", "value");

        _state.Get<string>("other").ShouldBeNull();
        _state.Get<Version>("name").ShouldBeNull();
    }

    [Fact]
    public void Adding_refuses_a_taken_name_and_null_and_setting_replaces()
    {
        _state.Add("name", "one");

        Should.Throw<ArgumentException>(() => _state.Add("name", "two"));
        Should.Throw<ArgumentNullException>(() => _state.Add("null", (string)null));
        Should.Throw<ArgumentNullException>(() => _state.Get<string>(null));

        _state.Set("name", "two");
        _state.Get<string>("name").ShouldBe("two");
        _state.Set<string>("name", null);
        _state.Get<string>("name").ShouldBeNull();
    }
}
