"""Every plate: its name, what a screen reader says of it, its colours, how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.demo.plates import industries, sections, then_now
from portal.demo.plates.palette import PALETTES
from portal.demo.plates.scene import Scene


@dataclass(frozen=True)
class Plate:
    """One plate; ``framed`` ones are scaled to fill their sheet."""

    slug: str
    title: str
    subject: str
    palette: str
    draw: Callable[[Scene], None]
    framed: bool = True

    @property
    def alt(self) -> str:
        """The description for those who do not see the drawing."""
        return f"Схематический рисунок: {self.subject}"

    def svg(self) -> str:
        """Return the plate as SVG, the same text each time."""
        scene = Scene(PALETTES[self.palette])
        self.draw(scene)
        if self.framed:
            scale, origin = scene.fitted()
            scene = Scene(PALETTES[self.palette], scale, origin)
            self.draw(scene)
        return scene.svg()


PLATES = (
    Plate("opening", "Город и цех", "за цехами с пилообразной крышей, станками и конвейером поднимаются городские башни", "steel", sections.opening),
    Plate("workforce", "Линия и роботы", "три робота собирают изделия на конвейере, перед ним стоят пульты", "steel", sections.workforce),
    Plate("education", "Учебная мастерская", "токарный станок, чертёжная доска и столы учебной мастерской", "copper", sections.education),
    Plate("industry-today", "Промышленный квартал", "квартал с цехами, корпусами, трубами и резервуарами, вдоль него едут машины", "ink", sections.industry_today),
    Plate("zone-history", "Старый цех и новый корпус", "старый цех с пилообразной крышей стоит рядом с новым лабораторным корпусом", "steel", sections.zone_history),
    Plate("benefits", "Ступени и граница", "три ступени разной высоты и контейнеры у таможенной черты", "copper", sections.benefits),
    Plate("sites", "Десять площадок", "десять площадок на плане вокруг центра города, расположение условно", "steel", sections.sites),
    Plate("exports", "Маршрут ящика", "ящики с продукцией и маршруты, расходящиеся по глобусу", "steel", sections.exports, framed=False),
    Plate("conclusion", "Пресс и кристалл", "пресс, под которым лежит микросхема", "ink", sections.conclusion),
    Plate("microelectronics", "Пластина под зондом", "кремниевая пластина с кристаллами под измерительным зондом", "microelectronics", industries.microelectronics),
    Plate("pharma", "Реакторы и флаконы", "два реактора и линия розлива во флаконы", "pharma", industries.pharma),
    Plate("aerospace", "Стыковка ступеней", "две ступени ракеты на ложементах и кольцевой шпангоут", "aerospace", industries.aerospace),
    Plate("meddevices", "Глюкометр", "глюкометр, тест-полоска и флакон с полосками", "meddevices", industries.meddevices),
    Plate("emobility", "Ячейки и шасси", "шасси электромобиля с батареей, рядом стопки ячеек", "emobility", industries.emobility),
    Plate("alabushevo-then", "Алабушево прежде", "невысокие корпуса предприятий микроэлектроники", "ink", then_now.alabushevo_then),
    Plate("alabushevo-now", "Алабушево сейчас", "новые лабораторные корпуса вокруг двора", "steel", then_now.alabushevo_now),
    Plate("pechatniki-then", "Печатники прежде", "цех с пилообразной крышей и конвейер, на котором собирают автомобили", "ink", then_now.pechatniki_then),
    Plate("pechatniki-now", "Печатники сейчас", "обновлённый цех с роботами на сборочной линии", "steel", then_now.pechatniki_now),
)  # fmt: skip
