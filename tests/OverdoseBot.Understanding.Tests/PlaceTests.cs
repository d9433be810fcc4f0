namespace OverdoseBot.Understanding.Tests;

/// <summary>Where somebody writes from is an address, whatever people have done there; what they say of dying there is heard.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("we are at the train station platform 2")]
    [InlineData("im under the bridge by the river")]
    [InlineData("were alone under the bridge nobody is here")]
    [InlineData("i am by the train tracks")]
    [InlineData("on the rooftop of the building next to the overpass")]
    [InlineData("im just off the bridge on 5th")]
    [InlineData("we're in front of the train station")]
    [InlineData("my wrists hurt")]
    [InlineData("me mato de risa, ya fue falsa alarma")]
    [InlineData("he jumped the fence to get to us")]
    [InlineData("estamos debajo del puente")]
    [InlineData("estamos junto al rio")]
    [InlineData("estoy en la azotea")]
    [InlineData("estamos en un carro")]
    [InlineData("estoy junto al tren, en las vias")]
    [InlineData("entramos por la ventana")]
    [InlineData("nos bajamos al metro")]
    public void APlaceIsNoWishToDie(string text)
    {
        foreach (var at in (string[])["respond/start", "respond/call"])
        {
            var reading = Home.Readers.Read(text, Dialogs.At(at), "en");
            reading.Distress.ShouldBe("calm", $"{text}: {string.Join("; ", reading.Why)}");
            reading.Heard.ShouldNotContain("self-harm");
        }
    }

    [Theory]
    [InlineData("im going to jump off the bridge")]
    [InlineData("i want to jump in the river")]
    [InlineData("i want to step in front of the train")]
    [InlineData("im on the bridge and i dont want to be here anymore")]
    [InlineData("standing on the platform, one more train and it is over for me")]
    [InlineData("i've got the gun next to me and i'm using it")]
    [InlineData("next bullet is mine")]
    [InlineData("me quiero aventar al tren")]
    [InlineData("me quiero tirar al río")]
    [InlineData("prefiero estar muerta")]
    [InlineData("me tiro del puente")]
    [InlineData("voy a saltar del puente")]
    [InlineData("me pongo enfrente del tren y ya")]
    [InlineData("me quiero meter al mar y no salir")]
    [InlineData("estoy en el puente y ya no quiero vivir")]
    [InlineData("estoy en la azotea y no pienso bajar por las escaleras")]
    public void WhatIsSaidOfDyingThereIsHeard(string text)
    {
        var reading = Home.Readers.Read(text, Dialogs.At("respond/start"), "en");
        reading.Distress.ShouldBe("self-harm", $"{text}: {string.Join("; ", reading.Why)}");
    }
}
