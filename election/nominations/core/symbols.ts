import type { Text } from '@intikhab/kernel/language'

/** A sign that stands beside a candidate's name on the ballot. */
export interface ElectionSymbol {
  readonly id: string
  readonly name: Text
}

function symbol(id: string, en: string, ur: string): ElectionSymbol {
  return { id, name: { en, ur } }
}

/** Signs that appear on Pakistani ballots. The commission's own list, with its numbers, replaces it by import. */
export const symbols: readonly ElectionSymbol[] = [
  symbol('aeroplane', 'Aeroplane', 'ہوائی جہاز'),
  symbol('apple', 'Apple', 'سیب'),
  symbol('arrow', 'Arrow', 'تیر'),
  symbol('bat', 'Bat', 'بلا'),
  symbol('bicycle', 'Bicycle', 'سائیکل'),
  symbol('boat', 'Boat', 'کشتی'),
  symbol('book', 'Book', 'کتاب'),
  symbol('bottle', 'Bottle', 'بوتل'),
  symbol('bow-and-arrow', 'Bow and arrow', 'تیر کمان'),
  symbol('bucket', 'Bucket', 'بالٹی'),
  symbol('bulb', 'Electric bulb', 'بلب'),
  symbol('bus', 'Bus', 'بس'),
  symbol('camel', 'Camel', 'اونٹ'),
  symbol('candle', 'Candle', 'موم بتی'),
  symbol('car', 'Car', 'گاڑی'),
  symbol('chair', 'Chair', 'کرسی'),
  symbol('clock', 'Wall clock', 'گھڑیال'),
  symbol('cow', 'Cow', 'گائے'),
  symbol('crane', 'Crane', 'کرین'),
  symbol('cup', 'Cup', 'پیالی'),
  symbol('deer', 'Deer', 'ہرن'),
  symbol('dolphin', 'Dolphin', 'ڈولفن'),
  symbol('eagle', 'Eagle', 'عقاب'),
  symbol('fan', 'Electric fan', 'پنکھا'),
  symbol('football', 'Football', 'فٹ بال'),
  symbol('fountain', 'Fountain', 'فوارہ'),
  symbol('hammer', 'Hammer', 'ہتھوڑا'),
  symbol('horse', 'Horse', 'گھوڑا'),
  symbol('jeep', 'Jeep', 'جیپ'),
  symbol('jug', 'Jug', 'جگ'),
  symbol('key', 'Key', 'چابی'),
  symbol('kite', 'Kite', 'پتنگ'),
  symbol('ladder', 'Ladder', 'سیڑھی'),
  symbol('lantern', 'Lantern', 'لالٹین'),
  symbol('lock', 'Lock', 'تالا'),
  symbol('mango', 'Mango', 'آم'),
  symbol('matka', 'Water pot', 'مٹکا'),
  symbol('minar', 'Minaret', 'مینار'),
  symbol('pen', 'Pen', 'قلم'),
  symbol('pressure-cooker', 'Pressure cooker', 'پریشر ککر'),
  symbol('radio', 'Radio', 'ریڈیو'),
  symbol('ring', 'Ring', 'انگوٹھی'),
  symbol('rocket', 'Rocket', 'راکٹ'),
  symbol('scale', 'Scale', 'ترازو'),
  symbol('scissors', 'Scissors', 'قینچی'),
  symbol('ship', 'Ship', 'جہاز'),
  symbol('star', 'Star', 'ستارہ'),
  symbol('stool', 'Stool', 'اسٹول'),
  symbol('sun', 'Sun', 'سورج'),
  symbol('swan', 'Swan', 'ہنس'),
  symbol('table', 'Table', 'میز'),
  symbol('tap', 'Water tap', 'نل'),
  symbol('tent', 'Tent', 'خیمہ'),
  symbol('tiger', 'Tiger', 'شیر'),
  symbol('tractor', 'Tractor', 'ٹریکٹر'),
  symbol('tree', 'Tree', 'درخت'),
  symbol('truck', 'Truck', 'ٹرک'),
  symbol('umbrella', 'Umbrella', 'چھتری'),
  symbol('wheel', 'Wheel', 'پہیہ'),
  symbol('whistle', 'Whistle', 'سیٹی'),
]
